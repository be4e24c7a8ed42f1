// Follows numbered sheets, and answers with a number for each block of them, or with the words for one block.
// values: per question what it may be answered with, null = not at all; the first question changes fastest.
async ({ id, values, total, block, spell, sheets }) => {
  const { questionnaireOf, follow } = await import('/tablet/engine/questionnaire.js');
  const questionnaire = questionnaireOf(await (await fetch(`/api/v1/questionnaires/${id}`)).json());
  const codes = questionnaire.questions.map(question => question.code);
  const letters = { 'on-branch': '+', unanswered: '-', 'not-applicable': '.', 'off-branch': '^' };

  function sheet(number) {
    const answers = {};
    let rest = number;
    codes.forEach((code, i) => {
      const value = values[i][rest % values[i].length];
      rest = Math.floor(rest / values[i].length);
      if (value !== null) answers[code] = value;
    });
    return answers;
  }

  function spelled(answers) {
    const { states, path, next, leaf, leafState, parked, inference } = follow(questionnaire, answers);
    let text = '';
    for (const code of codes) text += letters[states[code]];
    text += `|${path.join()}|${next ?? ''}|${leaf}${leafState}|${parked.join()}|`;
    for (const code of codes) if (inference.answers[code]) text += code + inference.answers[code];
    return `${text}|${inference.conflict}|${inference.leaf}${inference.leafState}`;
  }

  function hashed(from) {
    let hash = 0x811c9dc5;
    for (let number = from; number < Math.min(from + block, total); number++) {
      const text = spelled(sheet(number));
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    }
    return hash;
  }

  if (sheets) return sheets.map(spelled);
  if (spell !== undefined) return Array.from({ length: Math.min(block, total - spell) }, (_, i) => spelled(sheet(spell + i)));
  return Array.from({ length: Math.ceil(total / block) }, (_, i) => hashed(i * block));
}
