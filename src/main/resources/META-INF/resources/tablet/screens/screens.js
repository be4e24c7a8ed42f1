/** Every screen by the name it has in the address. */
import { conflictScreen } from './conflict.js';
import { confirmScreen } from './confirm.js';
import { consentScreen } from './consent.js';
import { firmScreen } from './firm.js';
import { leaveScreen } from './leave.js';
import { officerScreen } from './officer.js';
import { ownerScreen } from './owner.js';
import { paperScreen } from './paper.js';
import { practiceScreen } from './practice.js';
import { refusedScreen } from './refused.js';
import { rescueScreen } from './rescue.js';
import { settingsScreen } from './settings.js';
import { talkScreen } from './talk.js';
import { todayScreen } from './today.js';
import { visitsScreen } from './visits.js';
import { wholeScreen } from './whole.js';
import { wishScreen } from './wish.js';

export const screens = {
  today: todayScreen,
  visits: visitsScreen,
  practice: practiceScreen,
  settings: settingsScreen,
  rescue: rescueScreen,
  leave: leaveScreen,
  firm: firmScreen,
  ask: talkScreen,
  whole: wholeScreen,
  wish: wishScreen,
  consent: consentScreen,
  confirm: confirmScreen,
  result: ownerScreen,
  officer: officerScreen,
  paper: paperScreen,
  conflict: conflictScreen,
  refused: refusedScreen,
};
