/** The browser puts the file where it puts downloads. */
export async function saveText(fileName: string, text: string): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const saved = await saveUrl(fileName, url);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return saved;
}

export async function saveUrl(fileName: string, url: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  return true;
}
