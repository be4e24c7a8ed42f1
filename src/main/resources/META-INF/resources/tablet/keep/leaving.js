const DAY = 86_400_000;

/**
 * What leaves the device by itself: sheets the server has confirmed, after the time it set, and what was discarded, after
 * a day.
 */
export async function clearOut({ database, about, clock }) {
  const keep = about.setting('keepConfirmedDays', 7) * DAY;
  await database.write(['sheets', 'practice', 'fates', 'outbox'], async tx => {
    const waiting = new Set((await tx.all('outbox')).map(letter => letter.sheet));
    const fates = new Map((await tx.all('fates')).map(fate => [fate.id, fate]));
    for (const record of await tx.all('sheets')) {
      const fate = fates.get(record.id);
      const confirmed = record.state === 'done' && !waiting.has(record.id) && fate?.confirmedAt;
      if (confirmed && isPast(fate.confirmedAt, keep, clock)) {
        tx.delete('sheets', record.id);
        tx.delete('fates', record.id);
      }
      if (record.state === 'discarded' && isPast(record.discardedAt, DAY, clock)) {
        tx.delete('sheets', record.id);
      }
    }
    for (const record of await tx.all('practice')) {
      if (isPast(record.changedAt, keep, clock)) {
        tx.delete('practice', record.id);
      }
    }
  });
}

function isPast(moment, span, clock) {
  return clock.now() - Date.parse(moment) > span;
}
