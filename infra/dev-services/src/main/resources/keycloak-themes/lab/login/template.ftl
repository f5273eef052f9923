<#-- The frame of every page: whose platform this is, one card with what is asked for, the other language. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local lead = msg("lead." + pageId)>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title><#nested "header"> · ${realm.displayName!realm.name}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/favicon.svg">
  <#list properties.styles?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}?v=${properties.version!}">
  </#list>
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling, checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    <#if authenticationSession??>
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#if>
    </#outputformat>
  </script>
  <#list scripts![] as script>
  <script src="${script}"></script>
  </#list>
</head>
<body class="${bodyClass}" data-page="${pageId}">
  <div class="door">
    <aside class="lab">
      <p class="lab-name">
        <span class="sign" aria-hidden="true"></span>
        <#if (client.baseUrl)?has_content>
        <a href="${client.baseUrl}">${realm.displayName!realm.name}</a>
        <#else>
        <span>${realm.displayName!realm.name}</span>
        </#if>
      </p>
      <div class="lab-words">
        <p class="lab-claim">${msg("labClaim")}</p>
        <p class="lab-lead">${msg("labLead")}</p>
      </div>
      <p class="lab-strands" aria-hidden="true"><span></span><span></span><span></span></p>
    </aside>
    <div class="desk">
      <main class="card">
        <h1 id="kc-page-title"><#nested "header"></h1>
        <#if lead != "lead." + pageId>
        <p class="lead">${lead}</p>
        </#if>

        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <p class="whoever">
          <span class="whoever-name"><span class="visually-hidden">${msg("whoever")}</span>
            <span id="kc-attempted-username">${auth.attemptedUsername}</span></span>
          <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("otherAccount")}</a>
        </p>
        </#if>

        <#-- Whoever came to set something up knows that it must be finished. -->
        <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
        <div class="notice ${message.type}" role="${(message.type == 'error')?then('alert', 'status')}">${kcSanitize(message.summary)?no_esc}</div>
        </#if>

        <#nested "form">

        <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" class="other-way" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button id="try-another-way" class="button quiet wide" type="submit">${msg("doTryAnotherWay")}</button>
        </form>
        </#if>
        <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form id="kc-switch-organization-form" class="other-way" action="${url.loginAction}" method="post">
          <input type="hidden" name="switchOrganization" value="true">
          <button id="switch-organization" class="button quiet wide" type="submit">${msg("doSwitchOrganization")}</button>
        </form>
        </#if>

        <#nested "socialProviders">
        <#if displayInfo>
        <div class="info" id="kc-info"><#nested "info"></div>
        </#if>
      </main>
      <footer class="below">
        <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav class="languages" aria-label="${msg("languages")}">
          <#list locale.supported?sort_by("label") as each>
          <a href="${each.url}" hreflang="${each.languageTag}" lang="${each.languageTag}"<#if each.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${{"ko": "한국어", "en": "English"}[each.languageTag]!each.label}</a>
          </#list>
        </nav>
        </#if>
        <#if (client.baseUrl)?has_content>
        <a class="site" href="${client.baseUrl}">${msg("toTheSite")}</a>
        </#if>
      </footer>
    </div>
  </div>
</body>
</html>
</#macro>
