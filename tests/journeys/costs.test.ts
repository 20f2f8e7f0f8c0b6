import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { api } from '#shared/api';
import type { TestCloud } from '../support/cloud';
import { startTestCloud } from '../support/cloud';
import type { Spent } from '../support/meter';
import { root, textOf } from '../support/tree';
import { walkAccounts } from '../support/walk/accounts';
import { walkActivities } from '../support/walk/activities';
import { walkBulletins } from '../support/walk/bulletins';
import { walkCertificates } from '../support/walk/certificates';
import { walkCheckins } from '../support/walk/checkins';
import { walkComplaints } from '../support/walk/complaints';
import type { Counting } from '../support/walk/counting';
import { counting, setNoon } from '../support/walk/counting';
import { walkDependants } from '../support/walk/dependants';
import { walkDrafts } from '../support/walk/drafts';
import { walkHours } from '../support/walk/hours';
import { walkImportedHours } from '../support/walk/imported-hours';
import { walkImports } from '../support/walk/imports';
import { walkMemberships } from '../support/walk/memberships';
import { walkNotices } from '../support/walk/notices';
import { walkOrganisations } from '../support/walk/organisations';
import { walkPapers } from '../support/walk/papers';
import { walkRecoveries } from '../support/walk/recoveries';
import { walkRewards } from '../support/walk/rewards';
import { walkRulePacks } from '../support/walk/rule-packs';
import { walkSearch } from '../support/walk/search';
import { walkSessions } from '../support/walk/sessions';
import { walkSettlements } from '../support/walk/settlements';
import { walkShifts } from '../support/walk/shifts';
import { walkSignups } from '../support/walk/signups';
import { walkSuspicions } from '../support/walk/suspicions';
import { walkTypedHours } from '../support/walk/typed-hours';
import { walkVolunteers } from '../support/walk/volunteers';

/** What every route asks of the table, counted on the engine, compared with docs/costs.md. */
let cloud: TestCloud;
let it: Counting;

beforeAll(async () => {
  cloud = await startTestCloud();
  it = counting(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => setNoon(cloud));

describe('as people would', () => {
  test.each([
    ['signing in', walkSessions],
    ['registering', walkVolunteers],
    ['an account as a whole', walkAccounts],
    ['a family', walkDependants],
    ['organisations', walkOrganisations],
    ['memberships', walkMemberships],
    ['drafts', walkDrafts],
    ['activities', walkActivities],
    ['papers', walkPapers],
    // Before those that run the clock into days to come.
    ['rewards', walkRewards],
    ['the auditor’s desk', walkSuspicions],
    ['signing up', walkSignups],
    ['checking in', walkCheckins],
    ['a running shift', walkShifts],
    ['hours and their roots', walkHours],
    ['notices', walkNotices],
    ['bulletins', walkBulletins],
    ['settlements', walkSettlements],
    ['certificates', walkCertificates],
    ['complaints', walkComplaints],
    ['getting an account back', walkRecoveries],
    ['lists of people', walkImports],
    ['typed hours', walkTypedHours],
    ['rule packs', walkRulePacks],
    ['imported hours', walkImportedHours],
    ['searching', walkSearch],
  ])('%s', async (_name, walk) => walk(it), 120_000);
});

/** What was counted, in the order of the API. */
const rows = (): [string, Spent][] => Object.keys(api).flatMap(rowsOf);
const rowsOf = (route: string): [string, Spent][] =>
  [...it.rows].filter(([name]) => name === route || name.startsWith(`${route}, `));

test('every route was asked, and nothing that is none', () => {
  expect(Object.keys(api).filter((route) => rowsOf(route).length === 0)).toEqual([]);
  expect(rows()).toHaveLength(it.rows.size);
});

test('signing in is one read; a signed-up check-in writes one item; nearby asks nothing', () => {
  const requestsOf = (name: string) => it.rows.get(name)?.requests;
  expect(requestsOf('POST /sessions')).toEqual(['BatchGet']);
  const checkin = it.rows.get('POST /checkins, checking in after signing up');
  expect(checkin).toMatchObject({ requests: ['BatchGet', 'Put'], written: 1 });
  expect(requestsOf('POST /checkins, checking out')).toEqual(['BatchGet', 'TransactWrite']);
  expect(requestsOf('GET /me/records')).toEqual(['Query']);
  expect(requestsOf('POST /redemptions')).toEqual(['BatchGet', 'TransactWrite']);
  // What searches nearby stations is no route: the phone does it.
  expect(Object.keys(api).filter((route) => route.includes('near'))).toEqual([]);
});

test('docs/costs.md says what was counted (WRITE_COSTS=1 writes it)', () => {
  const file = path.join(root, 'docs/costs.md');
  const text = page();
  if (process.env.WRITE_COSTS) writeFileSync(file, text);
  expect(textOf('docs/costs.md')).toBe(text);
});

function page(): string {
  const lines = rows().map(([name, { requests, readUnits, writeUnits, written }]) => {
    const asked = requests.length === 0 ? '–' : requests.join(' + ');
    return `| ${name} | ${asked} | ${readUnits} | ${written} | ${writeUnits} |`;
  });
  return `# What a request costs

Requests to DynamoDB and the capacity units they consume, counted by \`tests/journeys/costs.test.ts\` on the embedded engine
with one-kilobyte items; searching nearby stations costs no request at all, because the phone does it.

| route | requests | read units | items written | write units |
| --- | --- | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
