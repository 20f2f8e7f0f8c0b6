import type { SentMessage } from '../../local/wechat-mail';
import { createMail, judgeText, mailTemplates, templateSetting } from '../../local/wechat-mail';

const now = () => 1_000;
const message = (more: object = {}) => ({
  ...{ touser: 'o1', template_id: mailTemplates.reminder, page: 'notices/inbox/index' },
  data: {
    thing1: { value: '活动提醒' },
    thing2: { value: '明天净滩' },
    time3: { value: '2026年11月24日 14:05' },
  },
  ...more,
});

test('one tap is one message, of its template and its person only', () => {
  const heard: SentMessage[] = [];
  const mail = createMail({ now, onSent: (it) => void heard.push(it) });
  expect(mail.send(message())).toBe(43101);
  mail.grant('o1', 'reminder');
  expect(mail.send(message({ touser: 'o2' }))).toBe(43101);
  expect(mail.send(message({ template_id: mailTemplates.changed }))).toBe(43101);
  expect(mail.send(message())).toBe(0);
  expect(mail.send(message())).toBe(43101);
  expect(mail.sent).toEqual([
    {
      ...{ openid: 'o1', template: 'reminder', page: 'notices/inbox/index', at: 1_000 },
      lines: ['活动提醒', '明天净滩', '2026年11月24日 14:05'],
    },
  ]);
  expect(heard).toEqual(mail.sent);
});

test('a message that does not fit takes no tap', () => {
  const mail = createMail({ now });
  mail.grant('o1', 'reminder');
  expect(mail.send(message({ data: {} }))).toBe(47003);
  expect(mail.send(message())).toBe(0);
});

test('endless taps, for a demo', () => {
  const mail = createMail({ now, taps: 'endless' });
  expect([mail.send(message()), mail.send(message())]).toEqual([0, 0]);
});

test('the setting names every template', () => {
  expect(templateSetting.split(',')).toHaveLength(Object.keys(mailTemplates).length);
});

describe('the check of a text', () => {
  const ask = (more: object, seenAt: number | undefined = 1_000) =>
    judgeText(
      { version: 2, scene: 3, openid: 'o1', content: '周六集合', ...more },
      { now: 1_000, lastSeen: () => seenAt },
    );
  test('fits → a verdict', () => {
    expect(ask({})).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
    expect(ask({ content: '开盘下注' })).toMatchObject({ result: { suggest: 'risky' } });
    expect(ask({ content: '待复核' })).toMatchObject({ result: { suggest: 'review' } });
  });

  test.each([
    [{ version: 1 }, 47001],
    [{ scene: 5 }, 40129],
    [{ content: '' }, 44002],
    [{ content: '字'.repeat(2_501) }, 45002],
    [{ openid: '' }, 40003],
  ])('%j → %i', (more, errcode) => expect(ask(more)).toBe(errcode));

  test('not here within two hours → 61010', () => {
    expect(ask({}, 1_000 - 2 * 3_600_000)).not.toBe(61010);
    expect(ask({}, 999 - 2 * 3_600_000)).toBe(61010);
  });
});
