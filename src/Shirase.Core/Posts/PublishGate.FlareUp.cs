using Shirase.Core.Incidents;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

// The line that asks what the unit decided while a flare-up is declared
public static partial class PublishGate
{
    private static (Localized, Localized, Localized?) FlareUp(Regulation r, GateFacts f)
    {
        var title = new Localized("炎上対応の決定", "Decision in a flare-up");
        return FlareUpLock.Trouble(r, f.FlareUp, f.Application, f.IsSending ? f.Now : f.DueAt) is { } trouble ? (title, trouble.Detail, (Localized?)trouble.Mend)
            : f.FlareUp is not { FlareUp: var open } || FlareUpRule.Of(r) is not { } rule ? (title, new("炎上対応中ではありません", "No flare-up is declared"), null)
            : f.Application.FlareUpKind == FlareUpRule.Holding ? (title, new("炎上対応中：時間を要する旨の文面です", "In a flare-up: it says that it takes time"), null)
            : f.Application.FlareUp == open.Id
                ? (title, new($"炎上対応中：所属の決定「{rule.NameOf(open.Decision).Ja}」による文面です（検討した者：{open.Participants}）", $"In a flare-up: by the unit's decision \"{rule.NameOf(open.Decision).En}\" (taking part: {open.Participants})"), null)
                : (title, new("炎上対応中：所属が続行を決めました", "In a flare-up: the unit released it"), null);
    }
}
