import { useRef, useState } from 'react';
import { sentenceOf } from './api';

/**
 * One thing a page can do in the cloud: `busy` while it is under way (a second press does nothing), `said` is the
 * sentence to show when it failed, empty otherwise. The work may answer with such a sentence itself.
 */
export function useCommand() {
  const under = useRef(false);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    say('');
    try {
      const answer = await work();
      if (typeof answer === 'string') say(answer);
    } catch (failure) {
      say(sentenceOf(failure));
    }
    under.current = false;
    setBusy(false);
  };
  return { busy, said, run };
}
