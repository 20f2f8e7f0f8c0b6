import { idFor } from '../platform/ids';
import type { Activity } from './activity.rules';

/** Names the risk notice and the insurance of an activity: what people agree to is exactly what they read. */
export const termsOf = ({ risks, insurance }: Pick<Activity, 'risks' | 'insurance'>): string => {
  const { insurer = '', policyNumber = '', coverage = '' } = insurance ?? {};
  return idFor('terms', risks, insurer, policyNumber, coverage);
};
