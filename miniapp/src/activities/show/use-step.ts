import { useState } from 'react';
import { sentenceOf } from '../../api';
import { vibrate } from '../../device/vibrate';

/** Takes one step at a time, and says why it could not be taken. True when it was. */
export function useStep() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const take = async (step: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    say('');
    try {
      await step();
      vibrate();
      return true;
    } catch (error) {
      say(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, said, say, take };
}
