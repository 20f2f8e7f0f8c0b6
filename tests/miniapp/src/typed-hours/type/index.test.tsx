import { act, fireEvent, render, screen } from '@testing-library/react';
import { dayMs, hourMs } from '#shared/time';
import { keep } from '../../../../../miniapp/src/tokens';
import TypePage from '../../../../../miniapp/src/typed-hours/type/index';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const id = 'a'.repeat(12);
const cap = {
  ...{ month: '202611', capMinutes: 600, leftMinutes: 90 },
  ...{ allowanceMinutes: 0, allowanceLeftMinutes: 0 },
};

const now = Date.now();
const startsAt = now - (now % hourMs) - 5 * hourMs;
const sheet = {
  ...{
    shiftId: id,
    organisationId: id,
    title: '海边清洁',
    startsAt,
    endsAt: startsAt + 2 * hourMs,
  },
  ...{ openUntil: now + dayMs, cap, now },
};
const row = (volunteerId: string, maskedName: string, state: string) => ({
  ...{ volunteerId, maskedName, state, walkIn: false },
});
const rows = [
  row('d'.repeat(12), '赵*', 'no_show'),
  row('b'.repeat(12), '王*芳', 'signed_up'),
  row('c'.repeat(12), '李*', 'credited'),
];
let answer: () => object;
const typed = () => sent.filter(({ url, method }) => method === 'POST' && url.includes('typed'));
const press = async () => act(async () => void fireEvent.click(screen.getByText('提交补录')));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: id });
  answer = () =>
    ok({
      row: { ...row('b'.repeat(12), '王*芳', 'typed'), minutes: 120 },
      cap,
    });
});
const open = async (shown: object = sheet) => {
  network(({ url, method }) => {
    if (url.includes('/roster')) return ok({ rows, withheldMinors: 0 });
    return (method === 'GET' ? ok(shown) : answer()) as ReturnType<typeof ok>;
  });
  render(<TypePage />);
  await act(async () => undefined);
};

test('still running, or closed → what to do instead', async () => {
  await open({ ...sheet, endsAt: now + hourMs });
  expect(screen.getByText('活动还没结束')).toBeTruthy();
});

test('settled → no form', async () => {
  const { openUntil: _, ...closed } = sheet;
  await open(closed);
  expect(screen.getByText('不能再补录了')).toBeTruthy();
});

test('what is left of the month stands above the form; whoever scanned is not offered', async () => {
  await open();
  expect(screen.getByText('2026年11月还可补录')).toBeTruthy();
  const offered = screen.getByLabelText('补录给谁').getAttribute('data-options');
  expect(offered).toBe('赵*（未到场）,王*芳（已报名）,名单外的成员，填姓名和手机号');
});

test('incomplete → says what is missing and sends nothing', async () => {
  await open();
  await press();
  expect(screen.getByText('请选择补录给谁')).toBeTruthy();
  expect(screen.getByText('请写清楚情况，至少 10 个字')).toBeTruthy();
  expect(typed()).toEqual([]);
});

test('complete → sent with the shift’s times; a refusal is said, and the same id is sent again', async () => {
  await open();
  write('补录给谁', '1');
  write('情况说明', '老人没有手机，由组织者登记');
  answer = () => no(409, 'typed_cap_reached');
  await press();
  const full = '本月可补录的时长不够，请下月再补或请审计员批准额度';
  expect(await screen.findByText(full)).toBeTruthy();
  answer = () => ok({ row: { ...row('b'.repeat(12), '王*芳', 'typed'), minutes: 120 }, cap });
  await press();
  const taken = '已补录 王*芳 2 小时，等另一位审核人确认。';
  expect(await screen.findByText(taken)).toBeTruthy();
  const [first, second] = typed().map(({ body }) => body as Record<string, unknown>);
  expect(first).toMatchObject({ arrivedAt: sheet.startsAt, leftAt: sheet.endsAt });
  expect(second?.requestId).toBe(first?.requestId);
});

test('somebody who is not on the roster → by name and phone', async () => {
  await open();
  write('补录给谁', '2');
  write('姓名', '孙小美');
  write('手机号', '1370000000');
  write('情况说明', '老人没有手机，由组织者登记');
  await press();
  expect(screen.getByText('手机号是 11 位数字，请检查')).toBeTruthy();
  write('手机号', '13700000002');
  await press();
  expect(typed()[0]?.body).toMatchObject({ person: { name: '孙小美', phone: '13700000002' } });
});
