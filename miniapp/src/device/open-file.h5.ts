/** Browsers open it beside this page, or save it where they are told to. */
export async function openPdf(url: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  return true;
}
