using Shirase.Core.Text.Links;

namespace Shirase.Core.Channels;

/// <summary>Follows a link of a message as a reader's browser would, up to the page that answers.</summary>
public interface IFollowLinks
{
    /// <summary>False where the settings say that nothing is followed, such as on a network without a way out.</summary>
    bool IsOn { get; }

    /// <summary>Follows it by HTTP redirects, within the limits of the settings. Never into a private network. It never throws for what the other side does.</summary>
    Task<LinkTrail> FollowAsync(string address, CancellationToken ct);

    /// <summary>Follows it and reads what people read on the page that answers; null where none does. It never throws for what the other side does.</summary>
    Task<(LinkTrail Trail, SeenPage Page)?> CaptureAsync(string address, CancellationToken ct);
}
