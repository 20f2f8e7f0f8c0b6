import type { ScanReceipt } from '#shared/checkins';
import { doubts as doubtWords, entryGrades, gradeReasons } from '#shared/hours.words';

type Row = { label: string; value: string };

/** The grade, what it means and what it rests on. */
export const gradeRows = ({ grade, why }: ScanReceipt): Row[] => [
  ...(grade ? [{ label: '证据等级', value: `${grade} · ${entryGrades[grade]}` }] : []),
  ...(why ? [{ label: '评级依据', value: gradeReasons[why] }] : []),
];

/** What an organiser sees as well: nobody is told less about themself than others are. */
export const doubtRows = ({ doubts }: ScanReceipt): Row[] =>
  doubts.length === 0
    ? []
    : [{ label: '需要核实', value: doubts.map((one) => doubtWords[one]).join('；') }];
