import { forget, readStored, store } from '../../../../miniapp/src/device/storage.h5';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('a person’s things → this tab’s alone; the device’s → every tab’s', () => {
  store('person', { volunteerId: 'a' });
  store('device:district', '370202');
  expect(sessionStorage.getItem('person')).toContain('a');
  expect(localStorage.getItem('person')).toBeNull();
  expect(localStorage.getItem('device:district')).toBe('"370202"');
});

test('kept, read, forgotten', () => {
  expect(store('x', [1, { y: 2 }])).toBe(true);
  expect(readStored('x')).toEqual([1, { y: 2 }]);
  forget('x');
  expect(readStored('x')).toBeUndefined();
});

test('something unreadable is there → as if there were nothing', () => {
  sessionStorage.setItem('x', '{broken');
  expect(readStored('x')).toBeUndefined();
});

test('the browser is full → false, so that nothing is sent that is not kept', () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(store('x', 1)).toBe(false);
  full.mockRestore();
});
