using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>What follows from the platform's answer, and who is told.</summary>
public sealed partial class PublishJob
{
    private DateTimeOffset? Apply(OpenCase open, PostDelivery delivery, DeliveryOutcome outcome, RemotePost? readBack, DateTimeOffset now)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Published published:
                return Published(open, delivery, published.Id, published.Address, readBack, now);
            case DeliveryOutcome.TryLater when delivery.Attempts >= options.Value.MaxAttempts:
                HoldForHuman(open, delivery, new($"発信先が{delivery.Attempts}回続けて受け付けませんでした", $"The platform put it off {delivery.Attempts} times"));
                return null;
            case DeliveryOutcome.TryLater later:
                var again = now + (later.After ?? TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, delivery.Attempts + 2))));
                delivery.Retry(again);
                return again;
            case DeliveryOutcome.Refused refused:
                delivery.Refuse(RefusedWords.Of(refused.Because));
                Tell(open, delivery, "delivery.refused", new($"{open.Application.Number}は発信先に受け付けられませんでした。{RefusedWords.Of(refused.Because).Ja}", $"{open.Application.Number} was refused. {RefusedWords.Of(refused.Because).En}"), null);
                return null;
            default:
                delivery.Lose(new("発信先の応答が失われました。掲載されたか確かめています。", "The platform's answer was lost; looking whether it was published."), now + options.Value.FirstLook);
                return now + options.Value.FirstLook;
        }
    }

    private DateTimeOffset? Published(OpenCase open, PostDelivery delivery, RemoteId id, Uri address, RemotePost? readBack, DateTimeOffset now)
    {
        delivery.Publish(id, address, now);
        open.Application.MarkPublished(now);
        if (open.Application.FlareUp is { } flareUp)
        {
            db.Record(delivery.Body, now, "flare-up.stated", $"account/{delivery.Account}", new { flareUp, delivery = delivery.Id.Value });
        }

        Tell(open, delivery, "delivery.published", new($"{open.Application.Number}を投稿しました。{address}", $"{open.Application.Number} was published. {address}"),
            open.Regulation.Route(open.Application.Route)?.Steps[^1].Clause ?? open.Regulation.ClauseFor("verb:publish"));
        CompareReadBack(open, delivery, readBack, now);
        return null;
    }

    private void CompareReadBack(OpenCase open, PostDelivery delivery, RemotePost? readBack, DateTimeOffset now)
    {
        if (readBack is null)
        {
            return;
        }

        var matches = open.Application.Current.Content.Kind == PostKind.Repost || ComposedText.Lf(readBack.Text) == Outgoing.Expected(delivery);
        delivery.WasReadBack(matches, readBack.Text, now);
        if (!matches)
        {
            Tell(open, delivery, "delivery.differs", Notices.Differs(open), open.Regulation.ClauseFor("record:read-back"));
        }
    }

    private void HoldAt(OpenCase open, PostDelivery delivery, GateLine closed)
    {
        delivery.Hold(new($"{closed.Detail.Ja}。{closed.Mend?.Ja}", $"{closed.Detail.En}. {closed.Mend?.En}"));
        db.Record(delivery.Body, reader.Now, "delivery.held", $"delivery/{delivery.Id}", new { gate = closed.Gate, clause = closed.Clause });
        Tell(open, delivery, "delivery.held", new($"{open.Application.Number}の発信を保留しました。{closed.Detail.Ja}", $"{open.Application.Number} is held: {closed.Detail.En}"), closed.Clause);
    }

    private void HoldForHuman(OpenCase open, PostDelivery delivery, Localized why)
    {
        delivery.Hold(new($"{why.Ja}。確かめて、送り直すか取り消してください。", $"{why.En}. Look at it, then send it anew or cancel it."));
        Tell(open, delivery, "delivery.held", new($"{open.Application.Number}の発信を保留しました。{why.Ja}", $"{open.Application.Number} is held: {why.En}"), null);
    }

    private void AskHuman(OpenCase open, PostDelivery delivery, DateTimeOffset now)
    {
        delivery.AskHuman(new(
            "発信先に掲載されたか確かめられませんでした。画面を見て、掲載の有無を決めてください。",
            "It could not be found out whether it was published. Look at the platform and decide."));
        db.Record(delivery.Body, now, "delivery.undecided", $"delivery/{delivery.Id}", new { looks = delivery.Looks.Count });
        Tell(open, delivery, "delivery.undecided", new(
            $"【至急】{open.Application.Number}が掲載されたか分かりません。発信先を見て、掲載の有無を決めてください。",
            $"URGENT: nobody knows whether {open.Application.Number} was published. Look at the platform and decide."), null);
    }

    private void Tell(OpenCase open, PostDelivery delivery, string kind, Localized text, string? clause) =>
        notices.Tell(open, new Act(new StaffId(Guid.Empty), reader.Now),
            Notices.ApplicantOf(open).Append(delivery.OrderedBy)
                .Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")).Concat(kind == "delivery.published" ? [] : Notices.RoleOf(open, "pr-officer")),
            kind, text, clause);
}

/// <summary>Sentences for what platforms refuse.</summary>
internal static class RefusedWords
{
    public static Localized Of(RefusedBecause because) => because switch
    {
        RefusedBecause.TooLong => new("文面が発信先の上限を超えています。", "The text is over the platform's limit."),
        RefusedBecause.BadCredentials => new("アカウントの認証情報が使えません。管理者に接続の確認を依頼してください。", "The account's credentials are not accepted; ask an administrator."),
        RefusedBecause.Forbidden => new("発信先がこの操作を許可していません。", "The platform does not allow it."),
        RefusedBecause.Duplicate => new("同じ内容が既に掲載されています。", "The same content stands there already."),
        RefusedBecause.BadMedia => new("画像が受け付けられませんでした。", "An image was not accepted."),
        RefusedBecause.NotFound => new("対象が見つかりません。", "The target was not found."),
        RefusedBecause.CreditsUsedUp => new("発信先の利用料の残高がありません。システム管理者に残高の追加を依頼してください。", "The platform's prepaid credits are used up; ask an administrator to add some."),
        RefusedBecause.AccountFrozen => new("発信先がこのアカウントを凍結又はロックしています。システム管理者が発信先の画面で解除してください。", "The platform suspended or locked the account; an administrator has to clear it with the platform."),
        RefusedBecause.NotSupported => new("この発信先では行えません。", "This channel cannot do it."),
        _ => new("発信先が内容を受け付けませんでした。", "The platform did not accept the content."),
    };
}
