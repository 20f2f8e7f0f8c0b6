import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Appointed } from '../functions/organisations/first-admin';
import { appointFirstAdmin } from '../functions/organisations/first-admin';
import { keptOffsetMs } from './clock';
import { localAws } from './dynamo';
import { installation } from './folders';
import { holderOf } from './lock';
import { packagedTable } from './packaged';
import { complain, messageOf, say } from './say';
import { secretsOf } from './secrets';

/**
 * `npm run first-admin -- --volunteer <id> [--stage prod] [--city <name>]`: the first admin of a fresh stage, and its
 * city organisation. Without a stage: of the local cloud that runs.
 */
async function firstAdmin(): Promise<void> {
  const { values } = parseArgs({
    options: {
      volunteer: { type: 'string' },
      stage: { type: 'string' },
      city: { type: 'string', default: '青岛市志愿服务联合会' },
    },
  });
  const { volunteer: volunteerId = '', stage, city: cityName } = values;
  if (!/^[0-9a-f]{12}$/.test(volunteerId)) {
    throw new Error('npm run first-admin -- --volunteer <志愿者编号 12 位> [--stage <stage>]');
  }
  // Signs the cursors of this one run, and nothing that anybody else would read.
  process.env.CURSOR_SECRETS ??= secretsOf(undefined).CURSOR_SECRETS;
  const now = Date.now() + (stage === undefined ? reachLocal() : reachStage(stage));
  const appointed = await appointFirstAdmin({ volunteerId, cityName, now });
  if (appointed.status !== 'appointed') throw new Error(reasons[appointed.status]);
  say(`已指定首位管理员 / the first admin of ${appointed.organisationId}: ${volunteerId}`);
}

const reasons: Record<Exclude<Appointed['status'], 'appointed'>, string> = {
  not_registered: '这位志愿者还没有登记 / this volunteer has not registered',
  admin_exists:
    '已经有管理员，请由管理员在小程序里指定 / there is an admin already, who can appoint others',
};

/** The table of the local cloud that runs; gives how far its clock is ahead, in ms. */
function reachLocal(): number {
  const endpoint = holderOf(installation)?.endpoint;
  if (!endpoint) throw new Error('本机的志愿云没有在运行 / no local cloud runs: npm start');
  Object.assign(process.env, localAws, {
    DYNAMODB_ENDPOINT: endpoint,
    TABLE_NAME: packagedTable().TableName,
  });
  return keptOffsetMs(path.join(installation, 'clock.json'));
}

/** The table of a deployed stage, by the AWS profile and region of the shell. */
function reachStage(stage: string): number {
  delete process.env.DYNAMODB_ENDPOINT;
  process.env.TABLE_NAME = `volunteer-cloud-${stage}`;
  return 0;
}

firstAdmin().catch((error) => {
  complain(messageOf(error));
  process.exit(1);
});
