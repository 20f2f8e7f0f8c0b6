import type { ReactNode } from 'react';
import type { Refused } from '../api';
import { serverNow } from '../clock';
import { go, goBack, goTab } from '../go';
import { person } from '../tokens';
import { Banner } from '../ui/banner/banner';
import { Empty } from '../ui/empty/empty';
import { Skeleton } from '../ui/skeleton/skeleton';
import type { Loaded } from '../use-route';
import { updatedWord } from '../words';

export type AnswerProps<T> = {
  /** What `useRoute` or `usePages` gave. */
  of: Loaded<T> & { refresh: () => Promise<void> };
  shape?: 'row' | 'card' | 'figure';
  children: (data: T) => ReactNode;
};

/** The states that every page has: skeleton, content, content of before without network, failed, refused. */
export function Answer<T>({ of, shape, children }: AnswerProps<T>) {
  const again = () => void of.refresh();
  switch (of.state) {
    case 'loading':
      return <Skeleton shape={shape} />;
    case 'failed':
      return (
        <Empty
          drawing='storm'
          title='没有取到'
          text={of.reason}
          action={{ id: 'retry', text: '重试', onPress: again }}
        />
      );
    case 'refused':
      return <RefusedAnswer refusal={of.refusal} />;
    case 'stale':
      return (
        <>
          {of.reason !== undefined && (
            <Banner
              id='offline'
              tone='offline'
              action={{ id: 'retry', text: '重试', onPress: again }}
            >
              {`${of.reason}。${updatedWord(of.savedAt, serverNow())}`}
            </Banner>
          )}
          {children(of.data)}
        </>
      );
    case 'ready':
      return <>{children(of.data)}</>;
  }
}

const titles: Partial<Record<Refused['code'], string>> = {
  not_found: '打不开这一页',
  not_allowed: '这一页不对您开放',
};

/** A refusal as a page, with the way out that fits it. */
export function RefusedAnswer({ refusal }: { refusal: Refused }) {
  const ways: Partial<Record<Refused['code'], { text: string; onPress: () => void }>> = {
    session_expired: { text: '去登录', onPress: () => goTab('/tabs/me/index') },
    not_registered: { text: '去登记', onPress: () => go('/volunteers/register/index') },
  };
  const way = ways[refusal.code] ?? { text: '返回', onPress: goBack };
  // Nothing of a guest's has run out.
  const isGuest = refusal.code === 'session_expired' && !person();
  return (
    <Empty
      id='refused'
      title={isGuest ? '请先登录' : (titles[refusal.code] ?? '暂时不能查看')}
      text={isGuest ? '登录后才能查看这一页。' : refusal.message}
      action={{ id: 'way-out', ...way }}
    />
  );
}
