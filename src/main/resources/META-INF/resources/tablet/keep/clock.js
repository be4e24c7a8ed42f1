/** Time and chance, as the rest of the app is given them; a test gives others. */
export const clock = {
  now: () => Date.now(),
  iso: () => new Date(clock.now()).toISOString(),
  later: (milliseconds, work) => setTimeout(work, milliseconds),
  cancel: timer => clearTimeout(timer),
  random: () => Math.random(),
};
