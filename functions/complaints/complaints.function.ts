import { serve } from '../platform/handle';
import { answer, object } from './answer.handler';
import { complain, complaintsToAnswer, myComplaints } from './complaints.handler';

export const main = serve(complain, myComplaints, complaintsToAnswer, answer, object);
