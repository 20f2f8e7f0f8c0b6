import type { Request, Route } from '#shared/api';
import { newRequestId } from '../../miniapp/src/ids';
import { draftOfPack } from './given-packs';

/** Well-formed requests of the routes about hours: what stands behind them, what is decided, shown and certified. */
const packVersion = { packId: 'qingdao', version: '2' };
const id = '0123456789ab';

export const hoursExamples = () =>
  ({
    'GET /shifts/{shiftId}/typed-hours': { shiftId: id },
    'POST /shifts/{shiftId}/typed-hours': {
      ...{ shiftId: id, requestId: newRequestId(), volunteerId: id, arrivedAt: 1, leftAt: 2 },
      ...{ reason: 'no_phone', note: '老人没有手机，由组织者登记' },
    },
    'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision': {
      ...{ shiftId: id, volunteerId: id, requestId: newRequestId(), verdict: 'confirm' },
    },
    'GET /organisations/{organisationId}/typed-hours': { organisationId: id },
    'GET /organisations/{organisationId}/typed-hours/public': { organisationId: id },
    'POST /organisations/{organisationId}/typed-allowance': {
      ...{ organisationId: id, requestId: newRequestId(), minutes: 600 },
      reason: '台风过后清理道路，现场没有网络',
    },
    'GET /me/records/{shiftId}': { shiftId: id },
    'GET /me/hours/{sequence}/proof': { sequence: 1 },
    'GET /me/totals': { months: 12 },
    'GET /organisations/{organisationId}/totals': { organisationId: id },
    'GET /districts/{district}/totals': { district: '370202' },
    'GET /totals': {},
    'GET /roots': { month: '202611' },
    'GET /roots/{day}': { day: '20261124' },
    'GET /me/certificates': {},
    'GET /me/certificate-sources': {},
    'POST /certificates': {
      ...{ requestId: newRequestId(), organisationId: id, from: '20260101', until: '20261124' },
    },
    'GET /certificates/{certificateId}': { certificateId: id },
    'GET /certificates/{certificateId}/file': { certificateId: id },
    'POST /certificates/{certificateId}/revocation': {
      ...{ certificateId: id, reason: 'hours', why: '核查后不属实' },
    },
    'GET /certificate-keys': {},
    'GET /organisations/{organisationId}/certificates': { organisationId: id },
    'GET /organisations/{organisationId}/certificate-profile': { organisationId: id },
    'PUT /organisations/{organisationId}/certificate-profile': {
      ...{ organisationId: id, responsibleName: '刘建国', handlerName: '陈静', version: 0 },
      contactPhone: '0532-88880000',
    },
    'GET /shifts/{shiftId}/pending': { shiftId: id },
    'POST /shifts/{shiftId}/records/{volunteerId}/confirmation': {
      ...{ requestId: newRequestId(), shiftId: id, volunteerId: id, verdict: 'confirm' },
    },
    'POST /shifts/{shiftId}/settlement': { shiftId: id },
    'GET /shifts/{shiftId}/notice': { shiftId: id },
    'POST /shifts/{shiftId}/objections': {
      ...{ requestId: newRequestId(), shiftId: id, rowId: '0'.repeat(32) },
      ...{ reason: 'not_there', text: '当天没有见到这个人' },
    },
    'GET /shifts/{shiftId}/appeal': { shiftId: id },
    'POST /shifts/{shiftId}/appeal': {
      ...{ requestId: newRequestId(), shiftId: id, text: '我做到了活动结束' },
    },
    'GET /organisations/{organisationId}/disputes': { organisationId: id },
    'POST /disputes/{disputeId}/decision': {
      ...{ requestId: newRequestId(), disputeId: id, verdict: 'dismiss', reason: '已核实' },
    },
    'GET /organisations/{organisationId}/suspicions': { organisationId: id, month: '202611' },
    'GET /organisations/{organisationId}/suspicions/{findingId}': {
      ...{ organisationId: id, findingId: id },
    },
    'POST /organisations/{organisationId}/suspicions/{findingId}/verdict': {
      ...{ organisationId: id, findingId: id, verdict: 'unfounded', reason: '现场核对过' },
    },
    'GET /organisations/{organisationId}/sample': {
      ...{ organisationId: id, month: '202611', seed: '11 月抽查' },
    },
    'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}': {
      ...{ organisationId: id, volunteerId: id, sequence: 1 },
    },
    'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}': {
      ...{ organisationId: id, volunteerId: id, sequence: 1, result: 'ok', note: '与签到表一致' },
    },
    'GET /rule-packs': {},
    'GET /rule-packs/{packId}/{version}': packVersion,
    'POST /rule-packs': { requestId: newRequestId(), packId: 'qingdao', draft: draftOfPack() },
    'POST /rule-packs/{packId}/{version}/simulation': {
      ...{ ...packVersion, requestId: newRequestId() },
    },
    'GET /rule-packs/{packId}/{version}/simulation': packVersion,
    'POST /rule-packs/{packId}/{version}/adoption': { ...packVersion, reason: '全市统一' },
    'GET /me/star': {},
    'GET /hour-sources': {},
    'POST /hour-sources': {
      ...{ requestId: newRequestId(), name: '旧志愿系统' },
      publicKey: `MCowBQYDK2VwAyEA${'a'.repeat(43)}=`,
    },
    'POST /hour-sources/{sourceId}/decision': { sourceId: id, verdict: 'end', reason: '不再使用' },
    'POST /hour-sources/{sourceId}/lists': {
      ...{ sourceId: id, fileId: id, signature: `${'a'.repeat(86)}==` },
    },
    'GET /hour-sources/{sourceId}/lists': { sourceId: id },
    'GET /me/imported-hours': {},
    'POST /me/imported-hours': { requestId: newRequestId() },
  }) satisfies { [R in Route]?: Request<R> };
