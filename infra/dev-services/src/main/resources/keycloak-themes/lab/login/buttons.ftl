<#macro actionGroup horizontal=false>
<div class="actions<#if horizontal> beside</#if>">
  <#nested>
</div>
</#macro>

<#macro button label id="" name="" type="primary" fullWidth=true class=[] extra...>
<button class="button<#if type == "primary"> primary</#if><#if fullWidth> wide</#if>" type="submit"<#if name?has_content> name="${name}"</#if><#if id?has_content> id="${id}"</#if><#list extra as attribute, value> ${attribute}="${value}"</#list>>${msg(label)}</button>
</#macro>

<#macro buttonLink href label id="" class=[]>
<a class="button wide" href="${href}"<#if id?has_content> id="${id}"</#if>>${msg(label)}</a>
</#macro>

<#macro loginButton>
<@actionGroup>
  <@button id="kc-login" name="login" label=(pageId == "login-username")?then("doContinue", "doLogIn")/>
</@actionGroup>
</#macro>
