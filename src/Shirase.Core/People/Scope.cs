namespace Shirase.Core.People;

/// <summary>One thing an interface token may be used for, beside the rights of the person behind it.</summary>
/// <param name="Name">Such as <c>posts:draft</c>.</param>
/// <param name="IsPersonal">True for acts that only the person himself may entrust to a token (gx-14-1-1, reading A9).</param>
/// <param name="Meaning">What it opens.</param>
public sealed record Scope(string Name, bool IsPersonal, Localized Meaning)
{
    public const string PostsRead = "posts:read";
    public const string PostsDraft = "posts:draft";
    public const string PostsDecide = "posts:decide";
    public const string PostsPublish = "posts:publish";
    public const string PostsRemove = "posts:remove";
    public const string AccountsRead = "accounts:read";
    public const string AccountsStop = "accounts:stop";
    public const string RegistersRead = "registers:read";
    public const string RegistersWrite = "registers:write";
    public const string RegulationsRead = "regulations:read";
    public const string RecordsRead = "records:read";
    public const string WebhooksManage = "webhooks:manage";

    /// <summary>Every scope, in the order in which people read them.</summary>
    public static IReadOnlyList<Scope> All { get; } =
    [
        new(PostsRead, false, new("案件・発信・申出を読む", "Read cases, deliveries and error reports")),
        new(PostsDraft, false, new("起案・提出・引戻し・取下げ・誤りの申出・訂正の申請", "Draft, file, recall, withdraw; report errors, correct")),
        new(PostsDecide, true, new("承認・差戻し・却下・検討の指示・保留・修正案・後閲・訂正のお知らせ", "Approve, return, reject, assign, hold, propose wording, settle; announce corrections")),
        new(PostsPublish, true, new("投稿・予約・保留・取消・送り直し・掲載の有無の決定", "Publish, schedule, keep back, cancel, resend; settle lost messages")),
        new(PostsRemove, true, new("直ちに削除・誤りの申出への対応", "Delete at once; deal with reported errors")),
        new(AccountsRead, false, new("アカウント台帳を読む", "Read the register of accounts")),
        new(AccountsStop, true, new("アカウントの停止・再開、一斉停止とその解除", "Stop and resume accounts; stop everything at once")),
        new(RegistersRead, false, new("所属・公的機関・時間外・先例の台帳を読む", "Read units, public bodies, posts out of hours, precedents")),
        new(RegistersWrite, false, new("公的機関の登録の提案・決定", "Propose and decide on public bodies")),
        new(RegulationsRead, false, new("規程を読む", "Read regulations")),
        new(RecordsRead, false, new("記録・根拠シートを読む", "Read the journal and evidence sheets")),
        new(WebhooksManage, false, new("外部への通知（Webhook）の管理", "Manage webhooks")),
    ];

    public static Scope? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
