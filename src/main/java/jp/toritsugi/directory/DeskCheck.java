package jp.toritsugi.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/** What a desk may say of itself. */
@ApplicationScoped
class DeskCheck {
    private static final int MOST_A_WEEK = 1000;
    private static final int LONGEST = 200;

    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final Clock clock;

    DeskCheck(Register register, Municipalities municipalities, Industries industries, Clock clock) {
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.clock = clock;
    }

    /** @throws InvalidInput naming every field that cannot be taken */
    void check(DeskFacts sent, Viewer viewer) {
        if (sent == null) {
            throw new InvalidInput("", "窓口の内容（JSON）を送ってください。");
        }
        List<Violation> faults = new ArrayList<>();
        if (sent.name() == null || sent.name().isBlank() || sent.name().length() > LONGEST) {
            faults.add(new Violation("name", "窓口の名称を" + LONGEST + "文字以内で入力してください。"));
        }
        receiver(sent, viewer, faults);
        if (sent.channel() != null && Channel.find(sent.channel()).isEmpty()) {
            faults.add(new Violation("channel", "受け方は system、paper、telephone のどれかです。"));
        }
        for (String code : list(sent.municipalities())) {
            municipalities
                    .fault(code)
                    .ifPresent(fault -> faults.add(new Violation("municipalities", code + "：" + fault)));
        }
        for (String code : list(sent.industries())) {
            if (industries.find(code).isEmpty()) {
                faults.add(new Violation("industries", code + "は日本標準産業分類の大分類ではありません。"));
            }
        }
        if (list(sent.weekdays()).stream().anyMatch(day -> day == null || day < 1 || day > 7)) {
            faults.add(new Violation("weekdays", "曜日は1（月）から7（日）までです。"));
        }
        if (sent.capacity() != null && (sent.capacity() < 0 || sent.capacity() > MOST_A_WEEK)) {
            faults.add(new Violation("capacity", "週に受けられる件数は0から" + MOST_A_WEEK + "までです。"));
        }
        lengths(sent, faults);
        if (sent.validFrom() != null && sent.validTo() != null && sent.validTo().isBefore(sent.validFrom())) {
            faults.add(new Violation("validTo", "終わりの日が始まりの日より前です。"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private void receiver(DeskFacts sent, Viewer viewer, List<Violation> faults) {
        Optional<RecipientKind> kind = RecipientKind.find(sent.kind() == null ? "" : sent.kind())
                .filter(one -> one != RecipientKind.OWN_ADVISER);
        if (kind.isEmpty()) {
            faults.add(new Violation("kind", "相談先の種類を選んでください。"));
        }
        Optional<Institution> institution = sent.institution() == null
                ? Optional.empty()
                : register.institution(viewer.network(), sent.institution())
                        .filter(one -> one.existsOn(LocalDate.now(clock)));
        if (institution.isEmpty()) {
            faults.add(new Violation("institution", "名簿にある、いまある機関を選んでください。"));
        } else if (kind.isPresent()
                && !ReceivingKinds.of(institution.get().type()).contains(kind.get())) {
            faults.add(new Violation(
                    "kind", institution.get().name() + "は、" + kind.get().label() + "としては受け取れません。"));
        }
    }

    private static void lengths(DeskFacts sent, List<Violation> faults) {
        String[] names = {"hours", "person", "telephone", "email", "place", "note"};
        String[] values = {sent.hours(), sent.person(), sent.telephone(), sent.email(), sent.place(), sent.note()};
        for (int i = 0; i < names.length; i++) {
            if (values[i] != null && values[i].length() > LONGEST) {
                faults.add(new Violation(names[i], LONGEST + "文字以内で入力してください。"));
            }
        }
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
