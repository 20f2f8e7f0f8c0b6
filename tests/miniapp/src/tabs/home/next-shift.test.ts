import type { RecordRow } from '#shared/hours';
import { nextOf } from '../../../../../miniapp/src/tabs/home/next-shift';

const now = 1_000_000;
const record = (title: string, state: RecordRow['state'], startsAt: number): RecordRow => ({
  shiftId: '0123456789ab',
  activityId: '0123456789ab',
  title,
  placeName: '五四广场',
  startsAt,
  endsAt: startsAt + 100,
  state,
});

test.each<[string, RecordRow[], string | undefined]>([
  ['nothing → nothing', [], undefined],
  [
    'two to come → the earlier one',
    [record('后', 'signed_up', now + 900), record('先', 'signed_up', now + 5)],
    '先',
  ],
  [
    'one that has begun and is not over → that one',
    [record('进行', 'signed_up', now - 50)],
    '进行',
  ],
  [
    'over, withdrawn, credited → nothing',
    [
      record('a', 'signed_up', now - 200),
      record('b', 'withdrawn', now + 5),
      record('c', 'credited', now - 20),
    ],
    undefined,
  ],
  [
    'serving → that one, whatever comes first',
    [record('将来', 'signed_up', now + 1), record('服务', 'checked_in', now - 10)],
    '服务',
  ],
])('%s', (_, records, title) => {
  expect(nextOf(records, now)?.title).toBe(title);
});
