// What the tablet recommends, by rules in force or by a draft, for cases (what a sheet was reduced to) or for whole sheets as they are sent in.
async ({ ruleSet, questionnaire, cases, sheets }) => {
  const { questionnaireOf } = await import('/tablet/engine/questionnaire.js');
  const { recommend, recommendCase, ruleSetOf } = await import('/tablet/engine/routing.js');
  const served = async address => (await fetch(address)).json();
  const rules = ruleSetOf(typeof ruleSet === 'string' ? await served(`/api/v1/routing/rules/${ruleSet}`) : ruleSet);
  const definition = questionnaireOf(await served(`/api/v1/questionnaires/${questionnaire}`));
  if (sheets) return sheets.map(({ content, circumstances }) => recommend(rules, definition, content, circumstances));
  return cases.map(one => recommendCase(rules, definition, one));
}
