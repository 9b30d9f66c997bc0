using System.Text.Json;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Posts;

/// <summary>Gathers the facts of the publish gate at one moment and asks it.</summary>
public sealed class GateKeeper(Screening screening, CaseReader reader, ChannelSet channels)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="repost">Looked up beforehand, outside any transaction.</param>
    /// <param name="terminal">Where it is ordered from; null on a device that is not registered.</param>
    public async Task<IReadOnlyList<GateLine>> AskAsync(
        OpenCase open,
        OfficialAccount account,
        StaffId orderedBy,
        string? terminal,
        DateTimeOffset dueAt,
        bool isSending,
        RepostFacts? repost,
        CancellationToken ct)
    {
        var now = reader.Now;
        var role = open.Regulation.Gate("publisher")?.With.Text("role") ?? "pr-officer";
        var required = open.Regulation.Gate("roles-filled")?.With.List("roles") ?? [];

        // What is announced is judged by the moment it goes out, not by the one that was wished (gx-15-2-1)
        var content = open.Application.Current.Content with { DesiredAt = (isSending ? now : dueAt).InJapan() };
        return PublishGate.Evaluate(open.Regulation, new()
        {
            Now = now,
            DueAt = dueAt,
            IsSending = isSending,
            Application = open.Application,
            Account = account.State,
            PlatformTrouble = Trouble(account),
            IsPublisher = open.SeatIn(orderedBy, role) is { IsDeputy: false },
            VacantRoles = [.. required.Where(r => !open.Roster.IsFilled(open.Regulation.Slug, r)).Select(r => open.Regulation.Role(r)?.Name ?? new(r, r))],
            Terminal = terminal,
            Findings = await screening.FindAsync(open.Regulation, content, open.Unit, Stage.Send, now, open.Application.PressReleasedAt, repost, ct),
            Repost = repost,
            LatenessMinutes = open.Regulation.Number("lateness-minutes", 15),
        });
    }

    public static string ToJson(IReadOnlyList<GateLine> lines) => JsonSerializer.Serialize(lines, Json);

    public static IReadOnlyList<GateLine> FromJson(string json) => JsonSerializer.Deserialize<List<GateLine>>(json, Json) ?? [];

    private Localized? Trouble(OfficialAccount account) =>
        channels.Find(account.Channel) is null
            ? new($"発信経路「{account.Channel}」がありません", $"There is no channel {account.Channel}")
            : account.Service is null && account.Channel is not ("drill" or "website")
                ? new("アカウントが接続されていません", "The account is not connected")
                : null;
}
