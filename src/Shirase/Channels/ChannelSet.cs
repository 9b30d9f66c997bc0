using Shirase.Core.Channels;

namespace Shirase.Channels;

/// <summary>The channels of this installation by name.</summary>
public sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public IChannel? Find(string name) => _channels.GetValueOrDefault(name);

    public IEnumerable<string> Names => _channels.Keys;
}
