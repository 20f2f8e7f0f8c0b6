import type { RosterRow } from '#shared/activities';
import { recordStates } from '#shared/vocabulary';
import { usePages } from '../../use-route';

/** The choice that somebody is named by name and phone instead. */
export const byPhone = 'phone';

const open: readonly RosterRow['state'][] = ['signed_up', 'no_show', 'waiting', 'asked'];

/** Whom hours can be typed for: who signed up and has no scan, and members by their phone. */
export function usePeople(shiftId: string) {
  const roster = usePages(
    'GET /shifts/{shiftId}/roster',
    { shiftId, purpose: 'attendance', limit: 50 },
    (it) => it.rows,
  );
  const known = roster.rows
    .filter(({ state }) => open.includes(state))
    .map(({ volunteerId, maskedName, state }) => ({
      value: volunteerId,
      text: `${maskedName}（${recordStates[state]}）`,
    }));
  const options = [...known, { value: byPhone, text: '名单外的成员，填姓名和手机号' }];
  return { options, refresh: roster.refresh };
}
