import Taro from '@tarojs/taro';

/** Every page one can be sent to. */
export type Address =
  | '/activities/code/index'
  | '/activities/gates/index'
  | '/activities/list/index'
  | '/activities/manage/index'
  | '/activities/poster/index'
  | '/activities/publish/index'
  | '/activities/review/index'
  | '/activities/reviews/index'
  | '/activities/roster/index'
  | '/activities/show/index'
  | '/certificates/issue/index'
  | '/certificates/issuer/index'
  | '/certificates/mine/index'
  | '/certificates/register/index'
  | '/certificates/show/index'
  | '/certificates/verify/index'
  | '/checkins/cards/index'
  | '/checkins/hours/index'
  | '/checkins/mycode/index'
  | '/checkins/receipt/index'
  | '/checkins/record/index'
  | '/checkins/records/index'
  | '/checkins/roots/index'
  | '/checkins/totals/index'
  | '/complaints/mine/index'
  | '/complaints/queue/index'
  | '/complaints/write/index'
  | '/bulletins/board/index'
  | '/bulletins/queue/index'
  | '/bulletins/show/index'
  | '/bulletins/write/index'
  | '/imported-hours/mine/index'
  | '/imported-hours/source/index'
  | '/imported-hours/sources/index'
  | '/imports/list/index'
  | '/imports/paper/index'
  | '/imports/report/index'
  | '/dependants/add/index'
  | '/dependants/card/index'
  | '/dependants/code/index'
  | '/dependants/family/index'
  | '/dependants/guardianship/index'
  | '/dependants/handover/index'
  | '/dependants/person/index'
  | '/dependants/readings/index'
  | '/notices/inbox/index'
  | '/notices/messages/index'
  | '/organisations/audit/index'
  | '/organisations/govern/index'
  | '/organisations/join/index'
  | '/organisations/members/index'
  | '/organisations/mine/index'
  | '/organisations/proposals/index'
  | '/organisations/propose/index'
  | '/organisations/settings/index'
  | '/organisations/show/index'
  | '/organisations/specialities/index'
  | '/organisations/tree/index'
  | '/points/passbook/index'
  | '/rewards/counter/index'
  | '/rewards/shelf/index'
  | '/rewards/pickup/index'
  | '/rewards/redemptions/index'
  | '/rewards/show/index'
  | '/recoveries/ask/index'
  | '/rule-packs/list/index'
  | '/rule-packs/show/index'
  | '/rule-packs/star/index'
  | '/rule-packs/trial/index'
  | '/rule-packs/write/index'
  | '/recoveries/desk/index'
  | '/search/find/index'
  | '/sessions/phone/index'
  | '/sessions/ways/index'
  | '/shifts/running/index'
  | '/settlements/appeal/index'
  | '/settlements/desk/index'
  | '/settlements/disputes/index'
  | '/settlements/notice/index'
  | '/signups/group/index'
  | '/signups/sheet/index'
  | '/signups/training/index'
  | '/stations/show/index'
  | '/suspicions/desk/index'
  | '/suspicions/entry/index'
  | '/suspicions/sample/index'
  | '/suspicions/show/index'
  | '/typed-hours/grant/index'
  | '/typed-hours/list/index'
  | '/typed-hours/queue/index'
  | '/typed-hours/type/index'
  | '/volunteers/consents/index'
  | '/volunteers/data/index'
  | '/volunteers/people/index'
  | '/volunteers/privacy/index'
  | '/volunteers/profile/index'
  | '/volunteers/real-name/index'
  | '/volunteers/register/index'
  | '/volunteers/settings/index';
export type Tab = '/tabs/home/index' | '/tabs/me/index' | '/tabs/nearby/index' | '/tabs/scan/index';
type Query = Record<string, string | undefined>;

/** Opens a page on top of this one. */
export function go(address: Address, query: Query = {}): void {
  const url = urlOf(address, query);
  // WeChat holds ten pages; the eleventh takes the place of the last.
  Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }).catch(() => undefined));
}

/** Opens a page in place of this one, so that one cannot come back to what is finished. */
export function goInstead(address: Address, query: Query = {}): void {
  Taro.redirectTo({ url: urlOf(address, query) }).catch(() => undefined);
}

export function goTab(tab: Tab): void {
  Taro.switchTab({ url: tab }).catch(() => undefined);
}

/** Back to the page before; home when this one was opened by a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length <= 1) goTab('/tabs/home/index');
  else Taro.navigateBack({ delta: 1 }).catch(() => goTab('/tabs/home/index'));
}

function urlOf(address: Address, query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}
