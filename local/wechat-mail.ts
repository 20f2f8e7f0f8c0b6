import type { MessageTemplate } from '#shared/notices';

/**
 * What WeChat does with messages and texts, as documented: a subscribed message costs a tap of consent that the person
 * gave for its template, and a text is judged. Errors are numbers; the server says them in its form.
 */
type Fields = Record<string, unknown>;
export type SentMessage = {
  openid: string;
  template: MessageTemplate;
  page: string;
  /** The values of the fields, in their order. */
  lines: string[];
  /** ms */
  at: number;
};

/** The templates of the fake app, and the ids that its console gave them. */
export const mailTemplates: Record<MessageTemplate, string> = {
  reminder: 'local-template-reminder',
  changed: 'local-template-changed',
  placed: 'local-template-placed',
  reviewed: 'local-template-reviewed',
};
/** The same as the environment has it. */
export const templateSetting = Object.entries(mailTemplates)
  .map((pair) => pair.join(':'))
  .join(',');

/** `endless`: taps are not counted, for a demo in which nobody can tap in WeChat. */
type Settings = {
  now: () => number;
  taps?: 'counted' | 'endless';
  onSent?: (message: SentMessage) => void;
};

const keptMax = 500;

export function createMail({ now, taps = 'counted', onSent }: Settings) {
  const granted = new Map<string, number>();
  const sent: SentMessage[] = [];
  const tapOf = (openid: string, id: string): string => `${openid}\n${id}`;
  const spend = (tap: string): boolean => {
    const left = granted.get(tap) ?? 0;
    if (left > 0) granted.set(tap, left - 1);
    return left > 0 || taps === 'endless';
  };
  return {
    sent: sent as readonly SentMessage[],
    /** A tap on 允许 in WeChat's dialog: good for one message. */
    grant(openid: string, ...templates: MessageTemplate[]): void {
      for (const template of templates) {
        const tap = tapOf(openid, mailTemplates[template]);
        granted.set(tap, (granted.get(tap) ?? 0) + 1);
      }
    },
    /** The errcode, 0 for taken. */
    send({ touser, template_id, page, data }: Fields): number {
      if (typeof touser !== 'string' || touser === '') return 40003;
      const template = templateWith(template_id);
      if (!template) return 40037;
      if (typeof page !== 'string' || !/^[a-z-]+\/[a-z-]+\/index/.test(page)) return 41030;
      const lines = linesOf(data);
      if (!lines) return 47003;
      if (!spend(tapOf(touser, mailTemplates[template]))) return 43101;
      const message = { openid: touser, template, page, lines, at: now() };
      if (sent.push(message) > keptMax) sent.shift();
      onSent?.(message);
      return 0;
    },
  };
}

const templateWith = (id: unknown): MessageTemplate | undefined =>
  (Object.keys(mailTemplates) as MessageTemplate[]).find((one) => mailTemplates[one] === id);

const fits: Record<string, RegExp> = {
  thing: /^[^\n\r]{1,20}$/u,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/,
};

/** The values of a message's fields; undefined when one of them is missing or unfit. */
function linesOf(data: unknown): string[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const given = data as Record<string, { value?: unknown } | undefined>;
  const names = ['thing1', 'thing2', 'time3'];
  if (Object.keys(given).sort().join() !== names.join()) return undefined;
  const values = names.map((name) => {
    const value = given[name]?.value;
    const fit = fits[name.replace(/\d+$/, '')];
    return typeof value === 'string' && fit?.test(value) ? value : undefined;
  });
  return values.includes(undefined) ? undefined : (values as string[]);
}

/** Who was here within two hours may be asked about. */
const activeMs = 2 * 3_600_000;
const contentMax = 2_500;
/** Words that the fake takes offence at, and the label of each. */
const planted: [RegExp, 'risky' | 'review', number][] = [
  [/赌博|开盘下注/, 'risky', 20006],
  [/加微信领|代购特价/, 'risky', 10001],
  [/待复核/, 'review', 21000],
];

/** wxa/msg_sec_check: an errcode, or what it thinks of the text. `lastSeen`: when the openid last signed in, ms. */
export function judgeText(
  { version, scene, openid, content }: Fields,
  { now, lastSeen }: { now: number; lastSeen: (openid: string) => number | undefined },
): number | Fields {
  if (version !== 2) return 47001;
  if (![1, 2, 3, 4].includes(Number(scene))) return 40129;
  if (typeof content !== 'string' || content === '') return 44002;
  if ([...content].length > contentMax) return 45002;
  if (typeof openid !== 'string' || openid === '') return 40003;
  if (now - (lastSeen(openid) ?? 0) > activeMs) return 61010;
  const found = planted.find(([words]) => words.test(content));
  const [, suggest, label] = found ?? [undefined, 'pass', 100];
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, trace_id: `${now}` };
}
