import type { OpeningHours } from '#shared/place';
import type { StationService } from '#shared/vocabulary';

/** Where a 学雷锋 station can be set up, when such a place is open, and what it offers. */
export type Venue = {
  name: string;
  /** Indexes of `hoursTable`. */
  hours: readonly number[];
  /** What every one of them has, and what some have. */
  always: readonly StationService[];
  sometimes: readonly StationService[];
};

type Day = readonly [number, number] | null;
const from = (opens: number, closes: number): Day => [opens * 60, closes * 60];
/** Sunday stands first. */
const week = (sunday: Day, workdays: Day, saturday: Day): OpeningHours => [
  sunday,
  workdays,
  workdays,
  workdays,
  workdays,
  workdays,
  saturday,
];

/** The patterns of opening hours that stations choose from. */
export const hoursTable: readonly OpeningHours[] = [
  /* 0 */ week(from(9, 17), from(9, 17), from(9, 17)),
  /* 1 */ week(from(8.5, 17.5), from(8.5, 17.5), from(8.5, 17.5)),
  /* 2 */ week(null, from(9, 17), null),
  /* 3 */ week(null, from(8.5, 17), from(8.5, 17)),
  /* 4 */ week(from(9, 21), from(9, 21), from(9, 21)),
  /* 5 */ week(from(6, 22), from(6, 22), from(6, 22)),
  /* 6 */ week(from(0, 24), from(0, 24), from(0, 24)),
  /* 7 */ week(from(6, 12), from(6, 12), from(6, 12)),
  /* 8, closed on Mondays */ [
    from(9, 16.5),
    null,
    from(9, 16.5),
    from(9, 16.5),
    from(9, 16.5),
    from(9, 16.5),
    from(9, 16.5),
  ],
  /* 9 */ week(from(9, 20), from(14, 20), from(9, 20)),
  /* 10, Wednesdays and Saturdays */ [null, null, null, from(9, 16), null, null, from(9, 16)],
  /* 11 */ week(from(9, 16), from(8, 18), from(8, 18)),
];

export const urbanVenues: readonly Venue[] = [
  venue('党群服务中心', [0, 1, 3], ['water', 'rest', 'guidance'], ['umbrella', 'reading_glasses']),
  venue('广场', [4, 5], ['rest', 'guidance'], ['water', 'umbrella', 'charging']),
  venue('卫生服务站', [1, 3], ['blood_pressure', 'first_aid'], ['wheelchair', 'water']),
  venue('图书阅览室', [8, 9], ['reading', 'reading_glasses'], ['water', 'charging', 'rest']),
  venue('农贸市场', [5, 7], ['water', 'guidance'], ['first_aid', 'umbrella']),
  venue('银行网点', [2, 3], ['rest', 'reading_glasses', 'water'], ['charging', 'umbrella']),
  venue('警务室', [6], ['guidance', 'first_aid'], ['charging', 'water']),
  venue('公园', [5], ['rest'], ['water', 'first_aid', 'wheelchair']),
  venue('商场', [4], ['rest', 'charging', 'guidance'], ['wheelchair', 'umbrella', 'water']),
  venue('公交站', [5], ['rest', 'guidance'], ['umbrella', 'water', 'charging']),
  venue('环卫驿站', [5, 6], ['water', 'heating', 'rest'], ['charging', 'first_aid', 'umbrella']),
  venue('小学', [9, 10], ['guidance'], ['reading', 'water', 'umbrella']),
  venue('药店', [4, 5], ['first_aid', 'blood_pressure'], ['water', 'wheelchair']),
  venue('邮政营业厅', [3, 11], ['rest', 'guidance'], ['reading_glasses', 'water']),
  venue('养老服务中心', [0, 1], ['blood_pressure', 'wheelchair', 'rest'], ['reading', 'heating']),
  venue('加油站', [6], ['water', 'charging'], ['first_aid', 'heating']),
];

export const ruralVenues: readonly Venue[] = [
  venue('便民服务大厅', [1, 2, 3], ['guidance', 'rest', 'water'], ['reading_glasses', 'charging']),
  venue('文化广场', [5], ['rest'], ['water', 'guidance']),
  venue('卫生室', [1, 11], ['blood_pressure', 'first_aid'], ['water']),
  venue('农家书屋', [8, 10], ['reading', 'reading_glasses'], ['rest', 'water']),
  venue('幸福院', [0], ['rest', 'heating'], ['blood_pressure', 'wheelchair']),
  venue('供销超市', [4, 11], ['water', 'rest'], ['charging', 'umbrella']),
  venue('警务室', [6], ['guidance', 'first_aid'], ['water', 'charging']),
];

function venue(
  name: string,
  hours: readonly number[],
  always: readonly StationService[],
  sometimes: readonly StationService[],
): Venue {
  return { name, hours, always, sometimes };
}
