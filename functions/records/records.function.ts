import { myHours } from '../hours/my-hours.handler';
import { serve } from '../platform/handle';
import { myRecord } from './my-record.handler';
import { myRecords } from './my-records.handler';

export const main = serve(myRecords, myRecord, myHours);
