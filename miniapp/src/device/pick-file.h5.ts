import type { PickedFile } from './pick-file';

export const pickedFrom = '这台设备';

/** The browser's own chooser. Undefined when the person turns back. */
export function pickFile(endings: readonly string[]): Promise<PickedFile | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.addEventListener('change', () => resolve(pickedOf(input.files?.[0])));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

const pickedOf = (file: File | undefined): PickedFile | undefined =>
  file && { name: file.name, bytes: file.size, read: () => file.arrayBuffer() };

/** Sends the bytes to a URL made for them. False: they did not arrive. */
export async function sendFile(
  url: string,
  { body, contentType }: { body: ArrayBuffer; contentType: string },
): Promise<boolean> {
  const headers = { 'content-type': contentType };
  return fetch(url, { method: 'PUT', body, headers }).then(
    ({ ok }) => ok,
    () => false,
  );
}
