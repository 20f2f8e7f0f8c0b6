import { Text, View } from '@tarojs/components';
import { previews } from './previews';

/** Development only (PREVIEWS=1): every piece of the kit in its states. */
export default function Previews() {
  return (
    <View>
      {Object.entries(previews).map(([name, Preview]) => (
        <View key={name} id={`preview-${name}`} style={{ padding: '16PX' }}>
          <Text>{name}</Text>
          <Preview />
        </View>
      ))}
    </View>
  );
}
