namespace Shirase.Outbox;

/// <summary>
/// Names of the queues. Every channel has its own, so that a platform that hangs or asks to wait delays no other; a deletion
/// never stands behind publications of the same channel.
/// </summary>
public static class Lane
{
    /// <summary>Work inside the house, such as reminders.</summary>
    public const string House = "house";

    public static string To(string channel) => $"channel/{channel}";

    public static string Removal(string channel) => $"channel/{channel}/remove";
}
