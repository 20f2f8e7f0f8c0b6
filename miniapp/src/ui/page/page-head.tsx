export type PageHeadProps = { title: string; tab: boolean };

/** WeChat has its own bar with title, back and home. */
export function PageHead(_: PageHeadProps) {
  return null;
}
