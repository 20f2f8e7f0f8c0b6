import { parseArgs } from 'node:util';
import type { Response } from '#shared/api';
import { rootFileIn } from '../functions/roots/root-file';
import { localAws } from './dynamo';
import { installation } from './folders';
import type { FilesOf } from './ledger/roots';
import { verifyLedger } from './ledger/verify';
import { holderOf } from './lock';
import { packagedTable } from './packaged';
import { complain, messageOf, say } from './say';
import { secretsOf } from './secrets';

/**
 * `npm run verify-ledger`: walks every book of hours and points and every daily root, and names the first row that was
 * altered, is missing or was cut off; exit 1 then. Of the local cloud that runs, or `-- --stage prod [--origin
 * https://…]` by the AWS profile and region of the shell: with an origin the published roots and files are compared.
 */
async function verify(): Promise<void> {
  const { values } = parseArgs({
    options: { stage: { type: 'string' }, origin: { type: 'string' } },
  });
  // Signs the cursors of this one run, and nothing that anybody else would read.
  process.env.CURSOR_SECRETS ??= secretsOf(undefined).CURSOR_SECRETS;
  const { stage } = values;
  const origin = stage === undefined ? reachLocal() : values.origin;
  if (stage !== undefined) {
    delete process.env.DYNAMODB_ENDPOINT;
    process.env.TABLE_NAME = `volunteer-cloud-${stage}`;
  }
  const verdict = await verifyLedger(origin === undefined ? {} : { filesOf: publishedAt(origin) });
  const { people, rows, days, findings } = verdict;
  say(`${people} 人的账、${rows} 行、${days} 天的公开凭证已核对 / books, rows and roots`);
  if (origin === undefined)
    say('没有给 --origin，未核对公开文件 / the published files were not compared');
  for (const { where, what } of findings) complain(`${where}: ${what}`);
  if (findings.length > 0) process.exitCode = 1;
  else say('账本完整 / nothing was altered, nothing is missing');
}

/** What everybody is shown. A root that is shown differently from how it is stored is none. */
const publishedAt =
  (origin: string): FilesOf =>
  async (root) => {
    const answer = await fetch(`${origin}/roots/${root.day}`);
    if (!answer.ok) return undefined;
    const shown = (await answer.json()) as Response<'GET /roots/{day}'>;
    if (shown.root !== root.root) return undefined;
    const files = await Promise.all(shown.fileUrls.map((url) => fetch(url)));
    if (files.some(({ ok }) => !ok)) return undefined;
    return rootFileIn(await Promise.all(files.map((file) => file.text())));
  };

/** The table of the local cloud that runs; gives where it answers. */
function reachLocal(): string {
  const held = holderOf(installation);
  if (!held?.endpoint || !held.url) {
    throw new Error('本机的志愿云没有在运行 / no local cloud runs: npm start');
  }
  Object.assign(process.env, localAws, {
    DYNAMODB_ENDPOINT: held.endpoint,
    TABLE_NAME: packagedTable().TableName,
  });
  return held.url;
}

verify().catch((error) => {
  complain(messageOf(error));
  process.exitCode = 1;
});
