import { launchText } from './device/launch';
import { onNetworkChange } from './device/network';
import { warmPages } from './device/warm';
import { goTab } from './go';
import { startOutbox, useOutbox } from './outbox';
import { offer } from './tabs/scan/offered';
import { refreshAll } from './use-route';

/** What one needs at a place without network. */
const neededOffline = [
  'tabs/scan/index',
  'tabs/me/index',
  'tabs/nearby/index',
  'activities/list/index',
  'activities/show/index',
  'checkins/receipt/index',
  'checkins/records/index',
  'checkins/hours/index',
  'points/passbook/index',
  'rewards/redemptions/index',
  'rewards/pickup/index',
];

/** Once, when the app starts: sends what waits, asks anew for what is on screen when the network returns
 * or something was settled, and opens the code that a browser was started with. */
export function startPhone(): void {
  startOutbox();
  onNetworkChange((online) => online && refreshAll());
  useOutbox.subscribe((now, before) => {
    if (now.settled[0]?.id !== before.settled[0]?.id) refreshAll();
  });
  warmPages(neededOffline);
  const text = launchText();
  if (text === undefined) return;
  offer(text);
  goTab('/tabs/scan/index');
}
