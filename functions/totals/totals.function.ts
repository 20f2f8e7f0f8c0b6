import { serve } from '../platform/handle';
import { cityTotals, districtTotals, myTotals, organisationTotals } from './totals.handler';

export const main = serve(myTotals, organisationTotals, districtTotals, cityTotals);
