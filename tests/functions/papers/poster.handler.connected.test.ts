import { inflateSync } from 'node:zlib';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '陈静');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());

const route = 'GET /activities/{activityId}/poster-file';
async function fetched(activityId: string) {
  const { url } = await organiser.ask(route, { activityId });
  const answer = await fetch(url);
  return { answer, pdf: Buffer.from(await answer.arrayBuffer()) };
}
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
/** How many squares are painted: a code is made of some hundred. */
function squaresIn(pdf: Buffer): number {
  let squares = 0;
  for (const { index } of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    try {
      const from = index + (pdf[index + 6] === 13 ? 8 : 7);
      const drawn = inflateSync(pdf.subarray(from), { finishFlush: 2 }).toString('latin1');
      squares += drawn.match(/ re$/gm)?.length ?? 0;
    } catch {
      // A stream that is not packed draws nothing.
    }
  }
  return squares;
}

test('the organiser → a PDF of one page with a code, under the activity’s name', async () => {
  const { activityId } = await activity(cloud, { organiser, organisationId, title: '海边清洁' });
  const { answer, pdf } = await fetched(activityId);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('海边清洁.pdf'));
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(pagesIn(pdf)).toBe(1);
  expect(squaresIn(pdf)).toBeGreaterThan(200);
});

test('the longest words → still one page', async () => {
  const title = '长'.repeat(40);
  const { activityId } = await activity(cloud, { organiser, organisationId, title });
  expect(pagesIn((await fetched(activityId)).pdf)).toBe(1);
});

test('somebody without the role → not_allowed; none there → not_found; a guest → session_expired', async () => {
  const { activityId } = await activity(cloud, { organiser, organisationId });
  const stranger = await volunteer(cloud);
  expect(await stranger.call(route, { activityId })).toMatchObject({ status: 403 });
  expect(await organiser.call(route, { activityId: '0123456789ab' })).toMatchObject({
    status: 404,
  });
  expect(await cloud.call(route, { activityId })).toMatchObject({ status: 401 });
});
