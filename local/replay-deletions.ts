import { parseArgs } from 'node:util';
import { deletionsOf, replayDeletions } from '../functions/accounts/replay';
import { complain, messageOf, say } from './say';
import { secretsOf } from './secrets';

/**
 * `npm run replay-deletions -- --journal <old table> --restored <new table> --months 202610,202611`: erases in a
 * restored table whoever was deleted after the backup, by the journal of the table that was restored. By the AWS
 * profile and region of the shell; with the stage's secrets in the environment (docs/runbook.md).
 */
async function replay(): Promise<void> {
  const { values } = parseArgs({
    options: {
      journal: { type: 'string' },
      restored: { type: 'string' },
      months: { type: 'string', default: '' },
    },
  });
  const { journal, restored } = values;
  const months = values.months.split(',').filter((month) => /^20\d{4}$/.test(month));
  if (!journal || !restored || journal === restored || months.length === 0) {
    throw new Error('--journal <原表> --restored <恢复出的表> --months 202610,202611');
  }
  process.env.CURSOR_SECRETS ??= secretsOf(undefined).CURSOR_SECRETS;
  process.env.TABLE_NAME = journal;
  const deletions = await deletionsOf(months);
  process.env.TABLE_NAME = restored;
  await replayDeletions(deletions, Date.now());
  say(`已在 ${restored} 里重新清除 ${deletions.length} 人 / erased again`);
}

replay().catch((error) => {
  complain(messageOf(error));
  process.exitCode = 1;
});
