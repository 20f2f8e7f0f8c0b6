import { myHours } from '../hours/my-hours.handler';
import { serve } from '../platform/handle';
import { myRecords } from '../records/my-records.handler';
import { claim, confirm } from './claims.handler';
import { countersign } from './countersign.handler';
import { scan } from './scan.handler';

export const main = serve(scan, countersign, claim, confirm, myRecords, myHours);
