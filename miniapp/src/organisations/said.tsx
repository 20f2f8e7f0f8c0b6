import { Banner } from '../ui/banner/banner';

/** Why the last thing did not work, above what can be tried again. */
export function Said({ children }: { children: string }) {
  if (children === '') return null;
  return (
    <Banner id='said' tone='error'>
      {children}
    </Banner>
  );
}
