import type { Cloud } from './cloud';
import { startCloud } from './cloud';
import { connect } from './dynamo';
import { phoneMaker } from './phone';
import { prepareFunctions } from './prepare';
import { complain, messageOf, say } from './say';
import { tellReward } from './story-reward';
import { tellService } from './story-service';
import { ledgerOf, storyteller } from './storyteller';

/**
 * `npm run story`: the main job over HTTP against a fresh cloud in memory, told with the mini-program's own client.
 * Every line is held against the answers and against the table; the first that is not true ends it with exit code 1.
 */
async function story(): Promise<void> {
  process.env.LOG_LEVEL ??= 'silent';
  await prepareFunctions();
  const cloud = await startCloud({ seed: 'small', onFault: (error) => complain(messageOf(error)) });
  try {
    await tellAll(cloud);
  } finally {
    await cloud.stop();
  }
}

async function tellAll(cloud: Cloud): Promise<void> {
  const { tell, steps } = storyteller();
  const client = connect(cloud.endpoint);
  const ledger = ledgerOf(client, cloud.tableName);
  const phone = await phoneMaker(cloud.url);
  const stage = { tell, cloud, ledger, phone };
  const served = await tellService(stage);
  await tellReward(stage, served);
  client.destroy();
  say(`story: ${steps()} steps, all true`);
}

story().catch((error) => {
  complain(`  ✗  ${messageOf(error)}`);
  process.exit(1);
});
