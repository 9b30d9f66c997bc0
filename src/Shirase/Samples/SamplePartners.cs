using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Samples;

/// <summary>Practice partners on the practice timeline: a city, a shop, an association – so that reposts can be tried (gx-8-2-2).</summary>
public static class SamplePartners
{
    public const string City = "maebashi_city_sample";
    public const string Shop = "pan_no_mise_sample";
    public const string Association = "kotsu_anzen_sample";

    /// <summary>A citizen who writes about the peach blossoms, for reposts with care (ok-5-2-e-1).</summary>
    public const string Citizen = "momo_biyori_sample", CitizenPost = "sample-citizen";

    /// <summary>Ids of the partners' posts, at <c>/drill/gunma-police/posts/ID</c>.</summary>
    public const string CityPost = "sample-city", CityRepost = "sample-city-repost", ShopPost = "sample-shop", AssociationPost = "sample-association";

    internal static void Add(ShiraseDb db, Uri here, DateTimeOffset now, StaffId proposer, StaffId officer)
    {
        var body = SampleCast.Gunma;
        var city = new PublicBody(Guid.CreateVersion7(), body, "前橋市（見本）", "local-authority", City, "市の公式アカウントのため", proposer);
        if (city.Register(
            new Act(officer, now, "市の公式アカウント"), "https://www.city.example.jp/sns/", "www.city.example.jp", now.JapanDay().AddYears(1)) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Text.En);
        }

        db.Add(city);
        db.Record(body, now, "public-body.registered", $"public-body/{city.Id}", new { clause = "gx-8-2-2" });
        var shopAddress = new Uri(here, $"/drill/{body}/posts/{ShopPost}").ToString();
        const string shopText = "本日は焼きたてのパンを２割引で販売しています。";
        db.AddRange(
            Post(CityPost, City, "【防災訓練のお知らせ】市内全域で防災訓練を行います。サイレンが鳴りますが、訓練です。", 26),
            Post(ShopPost, Shop, shopText, 25),
            new StoredPracticePost(body, CityRepost, City, shopText, "[]", now.AddHours(-24), Shop, shopAddress),
            Post(AssociationPost, Association, "【反射材を着けましょう】夕暮れが早くなりました。明るい服装と反射材で事故を防ぎましょう。", 23));

        StoredPracticePost Post(string id, string author, string text, int hoursAgo) =>
            new(body, id, author, text, "[]", now.AddHours(-hoursAgo), null, null);
    }
}
