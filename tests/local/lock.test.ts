import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Held, holderOf, takeLock } from '../../local/lock';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'lock-'));
const holderIn = (at: string, holder: object) =>
  writeFileSync(path.join(at, 'lock.json'), JSON.stringify(holder));

test('a folder that is held → refused, and said by whom and where it answers', () => {
  const at = folder();
  const lock = takeLock(at);
  lock.tell({ url: 'http://127.0.0.1:3000' });
  expect(() => takeLock(at)).toThrow(Held);
  expect(() => takeLock(at)).toThrow(`process ${process.pid} (http://127.0.0.1:3000)`);
  expect(holderOf(at)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:3000' });
  lock.release();
  expect(existsSync(path.join(at, 'lock.json'))).toBe(false);
  takeLock(at).release();
});

test('another living process holds it → refused', () => {
  const at = folder();
  holderIn(at, { pid: process.ppid, since: Date.now() });
  expect(() => takeLock(at)).toThrow(`process ${process.ppid}`);
});

test('its process is dead → taken over', () => {
  const at = folder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  holderIn(at, { pid, since: Date.now() });
  expect(holderOf(at)).toBeUndefined();
  takeLock(at).release();
});

test('older than the machine is up → its number means another process now', () => {
  const at = folder();
  holderIn(at, { pid: process.ppid, since: 0 });
  takeLock(at).release();
});

test('our own number from an earlier life → taken over', () => {
  const at = folder();
  holderIn(at, { pid: process.pid, since: Date.now() });
  takeLock(at).release();
});

test('a broken lock file → taken over', () => {
  const at = folder();
  writeFileSync(path.join(at, 'lock.json'), '{');
  const lock = takeLock(at);
  expect(JSON.parse(readFileSync(path.join(at, 'lock.json'), 'utf8')).pid).toBe(process.pid);
  lock.release();
});
