using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Duties;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>The running product with a case in every state and every register filled: each page has something on it.</summary>
public abstract class BusyOffice(TestStore store)
    : ShiraseApp(store, settings: new Dictionary<string, string?> { ["Jobs:Work"] = "false" }), IAsyncLifetime
{
    public Office Office { get; } = new(store);

    public PostApplicationId Draft { get; private set; }

    public PostApplicationId AtTheHead { get; private set; }

    public PostApplicationId AtTheManager { get; private set; }

    public PostApplicationId AtTheOfficer { get; private set; }

    public PostApplicationId Ready { get; private set; }

    public PostApplicationId Published { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every page with forms, and who opens it.</summary>
    public IReadOnlyList<(string Login, string Page)> Pages
    {
        get
        {
            Store.SkipWhereAbsent();
            return field;
        }

        private set;
    } = [];

    private async Task<IReadOnlyList<(string Login, string Page)>> PagesAsync()
    {
        var person = await Store.DbAsync(db => db.Staff.Where(s => s.LoginName == "sekiguchi").Select(s => s.Id).SingleAsync(Ct));
        var unit = await Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body).Select(u => u.Id).FirstAsync(Ct));
        var terminal = await Store.DbAsync(db => db.Terminals.Where(t => !t.IsRetired).Select(t => t.Id).FirstAsync(Ct));
        var account = await Office.DrillAccountAsync();
        return
        [
            ("tamura", "/posts/new"), ("tamura", $"/posts/{Draft}/edit"), ("tamura", $"/posts/{Draft}/actions"), ("tamura", $"/posts/{AtTheOfficer}/actions"),
            ("tamura", $"/posts/{Published}/actions"), ("tamura", $"/posts/{Published}"), ("tamura", $"/posts/{AtTheOfficer}/decision"), ("tamura", "/public-bodies"), ("tamura", "/posts"),
            ("tamura", "/"), ("tamura", "/security"), ("tamura", "/security/authenticator"), ("tamura", "/drill"), ("tamura", $"/posts/{Published}/evidence"),
            ("negishi", $"/posts/{AtTheHead}/decision"), ("hoshino", $"/posts/{AtTheManager}/decision"), ("hoshino", "/posts/inbox"), ("hoshino", $"/accounts/{account}"),
            ("kobayashi", $"/posts/{AtTheOfficer}/decision"), ("kobayashi", "/terminals/overrides"), ("kobayashi", "/public-bodies"),
            ("takahashi", "/desk"), ("takahashi", "/duties"), ("horiguchi", "/on-call"), ("yanagida", "/records"),
            ("horiguchi", "/people"), ("horiguchi", $"/people/{person}"), ("horiguchi", "/people/import"), ("horiguchi", "/units"), ("horiguchi", $"/units/{unit}"),
            ("horiguchi", "/terminals"), ("horiguchi", $"/terminals/{terminal}"), ("horiguchi", "/accounts"), ("horiguchi", $"/accounts/{account}"), ("horiguchi", "/drill"),
        ];
    }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Store.Absent is not null)
        {
            return;
        }

        Office.Clock.SetJapan(2026, 6, 11);
        Published = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReportErrorAsync(Published, "日付が違います。"));
        Ready = await Office.ReadyAsync(await Office.ContentAsync());
        AtTheOfficer = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ConsultAsync(AtTheOfficer, "画像を添えるか。", "kobayashi"));
        Office.Fine(await Office.ProposeAsync(AtTheOfficer, b => b.Replace("不審", "あやしい", StringComparison.Ordinal)));
        AtTheManager = await FiledAsync();
        Office.Fine(await Office.ApproveAsync(AtTheManager, "negishi"));
        AtTheHead = await FiledAsync();
        Draft = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine((await Office.AskAsync<Shirase.Posts.PublicBodies, Result<Guid>>("tamura", (p, w) => p.ProposeAsync(w, "見本市", "municipality", "sample_city", "防災の情報", Ct))).Refusal);
        Pages = await PagesAsync();
    }

    private async Task<PostApplicationId> FiledAsync()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        return id;
    }
}

public sealed class BusyOfficeOnSqlite() : BusyOffice(new OfficeWithDuties());

public sealed class BusyOfficeOnPostgres() : BusyOffice(new PostgresWithDuties());

public sealed class PostgresWithDuties : PostgresStore
{
    public PostgresWithDuties() => Also = services =>
    {
        Office.Equip(services);
        services.AddDuties();
    };
}
