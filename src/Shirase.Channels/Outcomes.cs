using Microsoft.Extensions.Logging;
using Shirase.Core.Channels;

namespace Shirase.Channels;

internal static class Outcomes
{
    /// <summary>Writes the outcome of a publication to the log and hands it on.</summary>
    public static DeliveryOutcome Logged(this DeliveryOutcome outcome, ILogger logger, string channel, Guid key)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Published p:
                Log.Published(logger, channel, key, p.Id.Value);
                break;
            case DeliveryOutcome.Refused r:
                Log.Refused(logger, channel, key, r.Because.ToString(), r.VendorSaid);
                break;
            case DeliveryOutcome.TryLater t:
                Log.TryLater(logger, channel, key, t.VendorSaid);
                break;
            case DeliveryOutcome.Unknown u:
                Log.Unknown(logger, channel, key, u.VendorSaid);
                break;
        }

        return outcome;
    }
}
