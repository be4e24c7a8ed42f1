// How many questions are left after each of these sheets; and the most that is really asked when answers may be refused.
async ({ id, sheets }) => {
  const { questionnaireOf, follow } = await import('/tablet/engine/questionnaire.js');
  const questionnaire = questionnaireOf(await (await fetch(`/api/v1/questionnaires/${id}`)).json());

  function longest(answers) {
    const { next } = follow(questionnaire, answers);
    if (!next) return 0;
    const values = [...questionnaire.byCode.get(next).answers, 'unknown'];
    return 1 + Math.max(...values.map(value => longest({ ...answers, [next]: value })));
  }

  return sheets.map((answers, i) => {
    const { least, most } = follow(questionnaire, answers).left;
    return { least, most, longest: i % 50 === 0 ? longest(answers) : most };
  });
}
