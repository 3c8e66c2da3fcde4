using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Tests.Deprecation;

/// <summary>Deprecation is told by the compiler, at the line that uses the deprecated thing and nowhere else.</summary>
public sealed class CompileTimeWarningTests
{
    [Fact]
    public void What_was_generated_does_not_warn_about_itself() => Assert.Empty(JunctionSnippet.Diagnose(""));

    [Fact]
    public void Code_that_uses_nothing_deprecated_is_clean() =>
        Assert.Empty(
            JunctionSnippet.Warnings(
                """
                string? cursor = null;
                do
                {
                    UserHistoricalPullsResponse page = await junction.Introspect.GetHistoricalPullsAsync(
                        userId: Guid.Empty, provider: Providers.Oura, userLimit: 10, nextCursor: cursor, cancellationToken: token);
                    foreach (SingleUserHistoricalPullResponse user in page.Data)
                    foreach (KeyValuePair<Providers, SingleProviderHistoricalPullResponse> it in user.Provider)
                        Console.WriteLine(it.Key.Value + it.Value.Pulled.Count);
                    string json = JsonSerializer.Serialize(page, JunctionJson.TypeInfo<UserHistoricalPullsResponse>());
                    page = JsonSerializer.Deserialize(json, JunctionJson.TypeInfo<UserHistoricalPullsResponse>())!;
                    UserHistoricalPullsResponse copy = page with { NextCursor = null };
                    Console.WriteLine(copy == page);
                    cursor = page.NextCursor;
                }
                while (cursor is not null);
                UserResourcesResponse resources = await junction.Introspect.GetResourcesAsync();
                try
                {
                    await junction.Link.BulkImportAsync(new BulkImportConnectionsBody { Provider = OAuthProviders.Oura, Connections = new List<ConnectionRecipe>() });
                }
                catch (ApiException<HttpValidationError> e)
                {
                    Console.WriteLine(e.Error.Detail);
                }
                var made = new UserHistoricalPullsResponse { Data = new List<SingleUserHistoricalPullResponse>(), NextCursor = "n" };
                """
            )
        );

    /// <summary>The compiler takes patterns over a type marked [Union] for a preview feature before C# 15.</summary>
    [Fact]
    public void Plain_pattern_matching_over_a_union_needs_no_preview_language() =>
        Assert.Empty(
            JunctionSnippet.Warnings(
                """
                SingleHistoricalPullStatistics pull = JsonSerializer.Deserialize("{}", JunctionJson.TypeInfo<SingleHistoricalPullStatistics>())!;
                if (pull.ErrorDetails is null) return;
                if (pull.ErrorDetails is { } details && details.Value is HistoricalPullRetriableErrorDetails retriable) Console.WriteLine(retriable.Value);
                Console.WriteLine(pull.ErrorDetails?.Value switch { UnknownJson json => json.Json.ToString(), null => "none", object other => other.ToString() });
                """
            )
        );

    [Fact]
    public void Passing_a_deprecated_parameter_warns() =>
        Assert.Equal(
            ["OAG9004 'cursor: \"c\"'"],
            JunctionSnippet.Warnings("await junction.Introspect.GetHistoricalPullsAsync(cursor: \"c\");")
        );

    [Fact]
    public void Passing_it_beside_others_warns_once() =>
        Assert.Equal(
            ["OAG9004 'cursor: null'"],
            JunctionSnippet.Warnings("await junction.Introspect.GetResourcesAsync(userLimit: 1, cursor: null, cancellationToken: token);")
        );

    [Fact]
    public void Passing_it_to_the_interface_warns_too() =>
        Assert.Equal(
            ["OAG9004 'cursor: \"c\"'"],
            JunctionSnippet.Warnings("IIntrospectClient group = junction.Introspect;\nawait group.GetHistoricalPullsAsync(cursor: \"c\");")
        );

    /// <summary>The warning is of the analyzer: there the parameter, and what the description says of it, are named.</summary>
    [Fact]
    public void The_warning_names_the_parameter_and_what_the_description_says()
    {
        Diagnostic warning = Assert.Single(
            JunctionSnippet.Diagnose(
                "static class C { static object M(Junction.IIntrospectClient group) => group.GetHistoricalPullsAsync(cursor: \"c\"); }"
            )
        );

        Assert.Equal(
            "Parameter 'cursor' of 'GetHistoricalPullsAsync' is deprecated: Deprecated in the API description.",
            warning.GetMessage()
        );
    }

    [Fact]
    public void Enumerating_with_it_warns_too() =>
        Assert.Equal(
            ["OAG9004 'cursor: \"c\"'"],
            JunctionSnippet.Warnings(
                "await foreach (var user in junction.Introspect.EnumerateHistoricalPullsAsync(cursor: \"c\")) Console.WriteLine(user);"
            )
        );

    [Fact]
    public void Reading_a_deprecated_member_warns() =>
        Assert.Equal(
            ["OAG9002 'page.Next'"],
            JunctionSnippet.Warnings(
                "UserHistoricalPullsResponse page = await junction.Introspect.GetHistoricalPullsAsync();\nConsole.WriteLine(page.Next);"
            )
        );

    [Fact]
    public void Setting_a_deprecated_member_warns() =>
        Assert.Equal(
            ["OAG9002 'Next'"],
            JunctionSnippet.Warnings(
                "var page = new UserResourcesResponse { Data = new List<SingleUserResourceResponse>(), Next = null, NextCursor = null };"
            )
        );

    [Fact]
    public void Each_id_is_tuned_by_itself()
    {
        const string Both = "Console.WriteLine((await junction.Introspect.GetHistoricalPullsAsync(cursor: \"c\")).Next);";

        Assert.Equal(2, JunctionSnippet.Warnings(Both).Length);
        Assert.Equal(["OAG9004"], JunctionSnippet.Warnings(Both, ("OAG9002", ReportDiagnostic.Suppress)).Select(it => it[..7]));
        Assert.Empty(JunctionSnippet.Warnings(Both, ("OAG9002", ReportDiagnostic.Suppress), ("OAG9004", ReportDiagnostic.Suppress)));
    }

    [Fact]
    public void The_warning_names_the_member_and_leads_to_a_page()
    {
        Diagnostic warning = Assert.Single(
            JunctionSnippet.Diagnose("static class C { static object? M(Junction.UserHistoricalPullsResponse page) => page.Next; }")
        );

        Assert.Equal("OAG9002", warning.Id);
        Assert.Contains("UserHistoricalPullsResponse.Next", warning.GetMessage(), StringComparison.Ordinal);
    }
}
