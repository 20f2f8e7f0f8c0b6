import { rulePackRoutes } from '#shared/rule-packs';
import { rightsOf } from '../organisations/rights';
import { handleOpen } from '../platform/handle';
import { glance } from '../platform/table';
import { cityPath } from './city-path';
import { isSamePack } from './pack.rules';
import { packOf, packsInForce, packsInForceAt } from './pack.table';
import { shownPack } from './shown-pack';

const route = 'GET /rule-packs';

/** The packs that were adopted, for everybody; and those that wait to be, for who writes them. */
export const listPacks = handleOpen(route, rulePackRoutes[route], async (_, { caller, now }) => {
  const adopted = await packsInForce();
  const may = await rightsOf(caller, caller ? await cityPath() : []);
  const mayWrite = may('POST /rule-packs');
  const packs = mayWrite ? [...(await candidates()), ...adopted] : adopted;
  return { packs: packs.map((pack) => shownPack(pack, adopted, now)), mayWrite };
});

async function candidates() {
  const [head] = await glance(packsInForceAt);
  const { adopted = [], written = [] } = head ?? {};
  const waiting = written.filter((one) => !adopted.some((it) => isSamePack(it, one)));
  return Promise.all(waiting.reverse().map(packOf));
}
