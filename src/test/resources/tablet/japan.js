// Every function of the Japanese conventions, for a list of what it is given each.
async asked => {
  const japan = await import('/tablet/engine/japan.js');
  return Object.fromEntries(Object.entries(asked).map(([name, all]) => [name, all.map(each => japan[name](...each))]));
}
