import Taro from '@tarojs/taro';

/** Tells when the network comes or goes. Returns how to stop listening. */
export function onNetworkChange(listener: (online: boolean) => void): () => void {
  const told = ({ isConnected }: { isConnected: boolean }) => listener(isConnected);
  Taro.onNetworkStatusChange(told);
  return () => Taro.offNetworkStatusChange(told);
}
