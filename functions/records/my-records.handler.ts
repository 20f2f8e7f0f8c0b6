import type { Response } from '#shared/api';
import { checkinRoutes } from '#shared/checkins';
import { actingFor } from '../dependants/acting';
import { profileKey, recordPrefix } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { ServiceRecord } from './record.rules';

type Row = Response<'GET /me/records'>['records'][number];

export const myRecords = handle(
  'GET /me/records',
  checkinRoutes['GET /me/records'],
  async ({ forVolunteerId, cursor, limit }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const page = await query<ServiceRecord>({
      pk: profileKey(volunteerId).pk,
      prefix: recordPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    return { records: page.items.map(rowOf), cursor: page.cursor, now };
  },
);

const rowOf = (record: ServiceRecord): Row => ({
  shiftId: record.shiftId,
  activityId: record.activityId,
  title: record.title,
  placeName: record.placeName,
  startsAt: record.startsAt,
  endsAt: record.endsAt,
  state: record.state,
  inAt: record.inAt,
  outAt: record.outAt,
  rawMinutes: record.rawMinutes,
  creditedMinutes: record.creditedMinutes,
  points: record.points,
  grade: record.grade,
});
